package dev.ashlar.aws.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How far an operation is.
 *
 * @param id the object's identifier
 * @param next when to go on; empty after the last step
 */
public record Step(String id, Optional<Duration> next) {

  /** All is done. */
  public static Step last(String id) {
    return new Step(id, Optional.empty());
  }

  /** There is more to do, after a while. */
  public static Step more(String id, Duration pause) {
    return new Step(id, Optional.of(pause));
  }

  /** There is more to do at once. */
  public static Step more(String id) {
    return more(id, Duration.ZERO);
  }

  /** The same, as the answer of something that is over already. */
  public CompletableFuture<Step> now() {
    return CompletableFuture.completedFuture(this);
  }
}
