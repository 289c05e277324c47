package dev.ashlar.state;

import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Time that stands still until a test moves it, and an executor that runs when the test says so.
 */
public final class ManualTime implements TimeSource, Executor, InstantSource {
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final PriorityQueue<Due> timers =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long count;

  private record Due(Instant at, long order, Runnable action) {}

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    Due due = new Due(now.plus(delay), count++, action);
    timers.add(due);
    return () -> timers.remove(due);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Runs everything that is due now. */
  public void settle() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** Lets time pass, timer by timer. */
  public void pass(Duration duration) {
    Instant end = now.plus(duration);
    settle();
    for (Due due = timers.peek(); due != null && !due.at().isAfter(end); due = timers.peek()) {
      timers.remove(due);
      now = due.at();
      due.action().run();
      settle();
    }
    now = end;
  }

  /** How many timers are set. */
  public int timers() {
    return timers.size();
  }

  /** What a future has come to when everything that is due now was run. */
  public <T> T result(CompletableFuture<T> future) {
    settle();
    if (!future.isDone()) {
      throw new AssertionError("not done yet");
    }
    return future.join();
  }
}
