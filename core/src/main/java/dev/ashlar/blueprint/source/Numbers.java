package dev.ashlar.blueprint.source;

import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Reads the text of a number, exact at any size within reason. */
final class Numbers {
  /** More digits cost quadratic time and mean no quantity. */
  static final int MAX_LENGTH = 10_000;

  private Numbers() {}

  /** The number; empty where it is infinite, not a number, or too large to hold. */
  static Optional<Value> read(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (isSmall(text)) {
      return Optional.of(Value.of(Long.parseLong(text)));
    }
    try {
      if (text.startsWith("0o")) {
        return Optional.of(Value.of(new BigDecimal(new BigInteger(text.substring(2), 8))));
      }
      if (text.startsWith("0x")) {
        return Optional.of(Value.of(new BigDecimal(new BigInteger(text.substring(2), 16))));
      }
      return Optional.of(Value.of(new BigDecimal(text)));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Whether it has digits and nothing else, and fits into a long. */
  private static boolean isSmall(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 18;
  }
}
