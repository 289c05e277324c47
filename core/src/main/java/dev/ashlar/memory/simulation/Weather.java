package dev.ashlar.memory.simulation;

import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.time.Instant;

/** Decides what befalls an operation: asked exactly once for each, in the order of their coming. */
@FunctionalInterface
public interface Weather {

  /** What befalls this operation. */
  Twist over(Occasion occasion);

  /** Everything takes so long, and nothing goes wrong. */
  static Weather calm(Duration latency) {
    Twist always = new Twist(latency);
    return occasion -> always;
  }

  /**
   * An operation that is about to happen.
   *
   * @param operation what kind
   * @param type the resource type
   * @param subject the object's identifier, or the idempotency key while it has none
   * @param now the time
   */
  record Occasion(Operation operation, String type, String subject, Instant now) {}

  /**
   * What befalls an operation.
   *
   * @param latency how long the answer takes
   */
  record Twist(Duration latency) {}
}
