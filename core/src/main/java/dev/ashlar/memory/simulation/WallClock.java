package dev.ashlar.memory.simulation;

import dev.ashlar.connector.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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
    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS)
        .execute(
            () -> {
              if (over.compareAndSet(false, true)) {
                action.run();
              }
            });
    return () -> over.set(true);
  }
}
