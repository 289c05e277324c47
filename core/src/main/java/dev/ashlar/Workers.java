package dev.ashlar;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of an engine: daemons of its own name, all gone when it is closed. */
final class Workers implements ThreadFactory {
  private final String name;
  private final AtomicInteger count = new AtomicInteger();
  private final Set<Thread> made = ConcurrentHashMap.newKeySet();

  Workers(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable action) {
    Thread thread = new Thread(action, name + count.incrementAndGet());
    thread.setDaemon(true);
    made.add(thread);
    return thread;
  }

  /** Waits until they have ended; a thread that is one of them does not wait for itself. */
  void join() {
    boolean interrupted = false;
    for (Thread thread : made) {
      while (thread != Thread.currentThread() && thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
          break;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
