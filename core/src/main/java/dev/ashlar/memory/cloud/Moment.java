package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a decision takes from outside.
 *
 * @param now the time
 * @param seed what identifiers and outputs are drawn from
 * @param speed how many times faster than in a real cloud operations are
 */
public record Moment(Instant now, long seed, double speed) {

  /** The operation that begins now, if it takes any time. */
  Optional<StoredObject.Pending> begin(SimulatedType type, Operation operation) {
    Duration real = type.traits().durations().get(operation);
    if (real == null) {
      return Optional.empty();
    }
    Duration here = Duration.ofNanos((long) (real.toNanos() / speed));
    return here.isZero()
        ? Optional.empty()
        : Optional.of(new StoredObject.Pending(operation, now.plus(here)));
  }

  /** When to ask again after an operation: a few times while it lasts. */
  Duration untilNextLook(StoredObject.Pending pending) {
    Duration left = Duration.between(now, pending.until());
    Duration step = left.dividedBy(3);
    return step.compareTo(Duration.ofMillis(10)) < 0 ? left : step;
  }
}
