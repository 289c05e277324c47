package dev.ashlar.value;

import java.math.BigDecimal;

/**
 * The one text of a number. It follows ECMAScript's rule (which RFC 8785 uses for canonical JSON),
 * at any precision: plain digits between 1e-7 and 1e21, else one digit before the point and an
 * exponent.
 */
final class NumberText {
  private NumberText() {}

  static String of(BigDecimal normalised) {
    int exponent = normalised.precision() - normalised.scale() - 1;
    if (normalised.signum() == 0) {
      return "0";
    }
    if (exponent >= -7 && exponent < 21) {
      return normalised.toPlainString();
    }
    String digits = normalised.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder(digits.length() + 10);
    if (normalised.signum() < 0) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    return text.append('e').append(exponent < 0 ? "" : "+").append(exponent).toString();
  }
}
