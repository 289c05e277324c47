package dev.ashlar.connector;

import java.time.Duration;
import java.time.Instant;

/**
 * Time and timers, injected. Everything in the engine that waits, waits here. Safe for every
 * thread.
 *
 * @since 0.1
 */
public interface TimeSource {

  /** The time now. */
  Instant now();

  /**
   * Runs an action once, after the delay. It must be short: hand longer work to an executor.
   *
   * @return what cancels the timer
   */
  Timer schedule(Duration delay, Runnable action);

  /** A timer that was set. */
  interface Timer {
    /** The action is not run any more, unless it already runs. */
    void cancel();
  }
}
