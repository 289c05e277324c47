package dev.ashlar.observation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets so many pieces of asynchronous work go on at once; the rest waits in order, threadless. */
final class Lanes {
  private final Object lock = new Object();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int free;

  Lanes(int count) {
    free = count;
  }

  /** Does the work as soon as there is a lane. */
  <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable start =
        () -> {
          var unused =
              started(work)
                  .whenComplete(
                      (value, thrown) -> {
                        leave();
                        if (thrown == null) {
                          result.complete(value);
                        } else {
                          result.completeExceptionally(thrown);
                        }
                      });
        };
    if (enter(start)) {
      start.run();
    }
    return result;
  }

  private static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private boolean enter(Runnable start) {
    synchronized (lock) {
      if (free > 0) {
        free--;
        return true;
      }
      waiting.add(start);
      return false;
    }
  }

  private void leave() {
    @Nullable Runnable next;
    synchronized (lock) {
      next = waiting.poll();
      if (next == null) {
        free++;
      }
    }
    if (next != null) {
      next.run();
    }
  }
}
