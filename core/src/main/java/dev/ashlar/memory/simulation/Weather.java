package dev.ashlar.memory.simulation;

import java.time.Duration;
import java.time.Instant;

/** Decides what befalls a call: asked exactly once for each, in the order of their coming. */
@FunctionalInterface
public interface Weather {

  /** What befalls this call. */
  Twist over(Occasion occasion);

  /** How far back a call may ever be made to see: so long the past is remembered. */
  default Duration memory() {
    return Duration.ZERO;
  }

  /** Everything takes so long, and nothing goes wrong. */
  static Weather calm(Duration latency) {
    Twist always = Twist.NONE.homeward(latency);
    return occasion -> always;
  }

  /**
   * A call that is about to be made.
   *
   * @param errand the call
   * @param now the time
   */
  record Occasion(Errand errand, Instant now) {}
}
