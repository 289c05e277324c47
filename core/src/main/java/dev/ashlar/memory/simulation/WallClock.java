package dev.ashlar.memory.simulation;

import dev.ashlar.connector.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The time of the machine, with the timers that the JDK has in any case: no thread of its own. */
public final class WallClock implements TimeSource {
  private final Clock clock = Clock.systemUTC();

  /** The machine's time. */
  public WallClock() {}

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    AtomicBoolean over = new AtomicBoolean();
    after(delay)
        .execute(
            () -> {
              if (over.compareAndSet(false, true)) {
                action.run();
              }
            });
    return () -> over.set(true);
  }

  /** On few cores, the JDK would start a thread for each task unless told where they belong. */
  private static Executor after(Duration delay) {
    return ForkJoinPool.getCommonPoolParallelism() > 0
        ? CompletableFuture.delayedExecutor(
            delay.toNanos(), TimeUnit.NANOSECONDS, ForkJoinPool.commonPool())
        : CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
