package dev.ashlar.observation.retry;

import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Waiting without a thread.
 *
 * @param time what waits
 * @param executor where one goes on afterwards
 */
public record Delays(TimeSource time, Executor executor) {

  /** Completes on the executor, after the delay. */
  public CompletableFuture<Void> after(Duration delay) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    TimeSource.Timer unused = time.schedule(delay, () -> hop(over));
    return over;
  }

  /**
   * Completes on the executor, after the delay or as soon as the other stage does, whichever comes
   * first.
   */
  public CompletableFuture<Void> after(Duration delay, CompletableFuture<?> sooner) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    TimeSource.Timer timer = time.schedule(delay, () -> hop(over));
    var unused =
        sooner.whenComplete(
            (value, thrown) -> {
              timer.cancel();
              hop(over);
            });
    return over;
  }

  private void hop(CompletableFuture<Void> over) {
    if (over.isDone()) {
      return;
    }
    try {
      executor.execute(() -> over.complete(null));
    } catch (RejectedExecutionException e) {
      over.completeExceptionally(e);
    }
  }
}
