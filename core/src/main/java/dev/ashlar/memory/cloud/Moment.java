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
 * @param course what is special about this operation
 */
public record Moment(Instant now, long seed, double speed, Course course) {

  /** The operation that begins now, if it takes any time or fails on the way. */
  Optional<StoredObject.Pending> begin(SimulatedType type, Operation operation) {
    Duration duration = course.duration().orElseGet(() -> usual(type, operation));
    if (duration.isZero() && !course.fails()) {
      return Optional.empty();
    }
    Duration step = course.looks() == 0 ? Duration.ZERO : duration.dividedBy(course.looks());
    return Optional.of(
        new StoredObject.Pending(operation, now.plus(duration), step, course.fails()));
  }

  private Duration usual(SimulatedType type, Operation operation) {
    Duration real = type.traits().durations().get(operation);
    return real == null ? Duration.ZERO : Duration.ofNanos((long) (real.toNanos() / speed));
  }

  /** When to ask again after an operation: a few times while it lasts. */
  Duration untilNextLook(StoredObject.Pending pending) {
    if (!pending.isUnderWay(now)) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, pending.until());
    Duration step = pending.step().isZero() ? left.dividedBy(3) : pending.step();
    boolean last = step.compareTo(Duration.ofMillis(10)) < 0 || step.compareTo(left) > 0;
    return last ? left : step;
  }
}
