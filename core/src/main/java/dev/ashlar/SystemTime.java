package dev.ashlar;

import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock, and one daemon thread for timers; it starts with the first timer. */
final class SystemTime implements TimeSource, AutoCloseable {
  private final Workers workers = new Workers("ashlar-timer-");
  private final ScheduledThreadPoolExecutor timers;

  SystemTime() {
    timers = new ScheduledThreadPoolExecutor(1, workers);
    timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    try {
      ScheduledFuture<?> timer = timers.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> timer.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  @Override
  public void close() {
    timers.shutdownNow();
    workers.join();
  }
}
