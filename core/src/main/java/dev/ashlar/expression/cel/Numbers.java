package dev.ashlar.expression.cel;

import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.function.Doubles;
import dev.ashlar.expression.function.Refusal;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;

/**
 * Exact numbers as CEL's 64-bit ones. Where a number is only passed on, one that 64 bits cannot
 * hold goes through as it is.
 */
final class Numbers {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Numbers() {}

  /** The number as CEL has it: a whole number or a double, as the type says. */
  static Object of(Value.NumberValue value, ValueType type, boolean passedOn) {
    BigDecimal number = value.number();
    if (value.isInteger() && type != ValueType.NUMBER) {
      if (number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0) {
        return number.longValueExact();
      }
      return passedOn ? number : refuse();
    }
    double nearest = number.doubleValue();
    if (Double.isInfinite(nearest)) {
      return passedOn ? number : refuse();
    }
    return !passedOn || Doubles.decimal(nearest).compareTo(number) == 0 ? (Object) nearest : number;
  }

  private static Object refuse() {
    throw Fault.of(
        new Refusal(
            ExpressionProblems.ARITHMETIC,
            "A number here is beyond 64 bits: it can be passed on, not calculated with."));
  }
}
