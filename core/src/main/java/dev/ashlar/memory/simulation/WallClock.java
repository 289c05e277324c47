package dev.ashlar.memory.simulation;

import dev.ashlar.connector.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time of the machine, for a cloud that waits for nothing. */
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
    throw new IllegalStateException(
        "latency needs a time source: give the cloud that of the engine");
  }
}
