package dev.ashlar.observation;

import dev.ashlar.connector.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Endpoints that do not answer. One that has answered nobody for some time is not waited for by
 * each look anew: who looks next tries once. Safe for every thread.
 */
final class Silence {
  /** How long an endpoint may answer nobody. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final Map<Endpoint, Instant> since = new ConcurrentHashMap<>();

  /** It answered. */
  void broken(Endpoint endpoint) {
    since.remove(endpoint);
  }

  /** Whether to try again after a failure. */
  boolean isWorthwhile(Endpoint endpoint, Failure failure, Instant now) {
    if (failure.kind() != Failure.Kind.TEMPORARY) {
      return true;
    }
    Instant first = since.putIfAbsent(endpoint, now);
    return first == null || now.isBefore(first.plus(LONGEST));
  }
}
