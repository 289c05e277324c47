package dev.ashlar.expression.cel;

import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether two values are equal: numbers by what they denote, and unknown where a part decides it.
 */
final class Equality {
  private Equality() {}

  /** True or false; empty where that is not known. */
  static Optional<Boolean> of(Object a, Object b, int limit) {
    if (a instanceof String || a instanceof Boolean || a instanceof Long) {
      if (a.getClass() == b.getClass()) {
        return Optional.of(a.equals(b));
      }
    }
    if (isOther(a) || isOther(b)) {
      return Optional.of(a.equals(b));
    }
    if (isEndless(a) || isEndless(b)) {
      return Optional.of(a instanceof Double x && b instanceof Double y && x.doubleValue() == y);
    }
    Optional<Value> left = new Whole(limit).of(a);
    Optional<Value> right = new Whole(limit).of(b);
    return left.isPresent() && right.isPresent()
        ? Optional.of(left.get().equals(right.get()))
        : Optional.empty();
  }

  /** Whether this is something of CEL's that is no value of ours. */
  private static boolean isOther(Object x) {
    return x instanceof Instant
        || x instanceof Duration
        || x instanceof Optional
        || x instanceof Omission;
  }

  private static boolean isEndless(Object x) {
    return x instanceof Double number && (number.isNaN() || number.isInfinite());
  }
}
