package dev.ashlar.expression.function;

import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that denotes a double, the nearest of those. Java's own text of a double is
 * not used: it changed between JDKs.
 */
public final class Doubles {
  private static final double EXACT = 1L << 53;

  private Doubles() {}

  /** The decimal of a double. */
  public static BigDecimal decimal(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new Refusal(
          ExpressionProblems.ARITHMETIC, "The calculation has no finite number as its result.");
    }
    if (number == Math.rint(number) && Math.abs(number) < EXACT) {
      return BigDecimal.valueOf((long) number);
    }
    BigDecimal exact = new BigDecimal(number);
    int digits = Math.abs(number) < Double.MIN_NORMAL ? 1 : 15;
    while (digits < 17) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
      digits++;
    }
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  /** The one text of a number. */
  public static String text(double number) {
    return Value.of(decimal(number)).toString();
  }
}
