package dev.ashlar.observation.retry;

import dev.ashlar.connector.Failure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a call is made again: exponential with full jitter, so that many callers
 * spread; never earlier than the cloud asks for.
 *
 * @param base the longest first wait
 * @param cap the longest wait
 * @param random chance, injected; safe for every thread
 */
public record Backoff(Duration base, Duration cap, RandomGenerator random) {
  /** The longest wait of a call that was throttled, beyond what the cloud asks for. */
  private static final Duration THROTTLED = Duration.ofSeconds(4);

  /** Half a second at first, half a minute at most. */
  public static Backoff usual(RandomGenerator random) {
    return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), random);
  }

  /** How many calls are made is the limits' business: who was one too many is not put off long. */
  private Duration cap(Failure failure) {
    boolean tooMany = failure.kind() == Failure.Kind.THROTTLED && cap.compareTo(THROTTLED) > 0;
    return tooMany ? THROTTLED : cap;
  }

  /**
   * The wait after a failure.
   *
   * @param tries how many tries failed so far, from 1
   */
  public Duration after(Failure failure, int tries) {
    long limit = base.toMillis();
    for (int i = 1; i < tries && limit < cap.toMillis(); i++) {
      limit *= 2;
    }
    limit = Math.min(limit, cap(failure).toMillis());
    Duration jitter = Duration.ofMillis(random.nextLong(limit + 1));
    return failure.retryAfter().map(asked -> asked.plus(jitter)).orElse(jitter);
  }
}
