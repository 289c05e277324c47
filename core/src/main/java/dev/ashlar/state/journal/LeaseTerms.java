package dev.ashlar.state.journal;

import java.time.Duration;

/**
 * How long leases last. A call that changes something starts only if what is left of the lease
 * outlasts it; the grace is for a process that was paused between looking and calling.
 *
 * @param length how long the holder counts on a lease
 * @param grace how much longer others keep away
 * @param renewEvery how often it is renewed
 * @param retryAfter when to try again after a renewal that failed
 */
public record LeaseTerms(
    Duration length, Duration grace, Duration renewEvery, Duration retryAfter) {
  /** Ten minutes, renewed each minute. */
  public static final LeaseTerms USUAL =
      new LeaseTerms(
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofSeconds(5));

  /** What the store is asked for. */
  Duration asked() {
    return length.plus(grace);
  }
}
