package dev.ashlar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets one piece of work be done after the other, in the order in which they come, by whichever
 * thread is there: nobody waits, and a thread that comes while another is at work leaves its work
 * to that one. What is done here sees all that was done before.
 */
final class Turns {
  private final Runnable settle;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private List<Runnable> news = new ArrayList<>();
  private boolean taken;

  /**
   * Nothing to do yet.
   *
   * @param settle what is done whenever nothing waits any more; like every turn, it must not throw
   */
  Turns(Runnable settle) {
    this.settle = settle;
  }

  /** Does the work, or leaves it to the thread that is at work. */
  void take(Runnable turn) {
    synchronized (this) {
      waiting.add(turn);
      if (taken) {
        return;
      }
      taken = true;
    }
    boolean going = true;
    while (going) {
      Runnable next = next();
      while (next != null) {
        next.run();
        next = next();
      }
      settle.run();
      List<Runnable> told = news;
      news = new ArrayList<>();
      going = isGoing();
      // Who hears of it may come back at once, and finds the turn free unless others came before.
      told.forEach(Runnable::run);
    }
  }

  /** In a turn: what to tell when it is over. */
  void tell(Runnable something) {
    news.add(something);
  }

  private synchronized @Nullable Runnable next() {
    return waiting.poll();
  }

  private synchronized boolean isGoing() {
    taken = !waiting.isEmpty();
    return taken;
  }
}
