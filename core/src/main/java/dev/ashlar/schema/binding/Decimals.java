package dev.ashlar.schema.binding;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Binary numbers as decimals: the shortest that is read as the same number. What Java itself prints
 * has changed from one version to another.
 */
public final class Decimals {
  private Decimals() {}

  /**
   * The shortest decimal of a number.
   *
   * @throws NumberFormatException if it is not finite
   */
  public static BigDecimal shortest(double number) {
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = new BigDecimal(number, new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return new BigDecimal(number, new MathContext(17));
  }

  /**
   * The shortest decimal of a number.
   *
   * @throws NumberFormatException if it is not finite
   */
  public static BigDecimal shortest(float number) {
    for (int digits = 1; digits < 9; digits++) {
      BigDecimal rounded = new BigDecimal(number, new MathContext(digits));
      if (rounded.floatValue() == number) {
        return rounded;
      }
    }
    return new BigDecimal(number, new MathContext(9));
  }
}
