package dev.ashlar.schema;

import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a value must keep to, in JSON Schema's words.
 *
 * @param allowed the closed list of values; empty for no such list
 * @param minimum the least number
 * @param maximum the greatest number
 * @param minLength the least length, of a text in code points, of a list in items, of a map in
 *     entries
 * @param maxLength the greatest length, likewise
 * @param pattern a regular expression that a text must contain a match of
 * @since 0.1
 */
public record Constraints(
    List<Value> allowed,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    Optional<Integer> minLength,
    Optional<Integer> maxLength,
    Optional<String> pattern) {

  /** Anything goes. */
  public static final Constraints NONE =
      new Constraints(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the list. */
  public Constraints {
    allowed = List.copyOf(allowed);
  }

  /** The same, and one of these values. */
  public Constraints withAllowed(List<? extends Value> values) {
    return new Constraints(List.copyOf(values), minimum, maximum, minLength, maxLength, pattern);
  }

  /** The same, and a number in this range, bounds included. */
  public Constraints withRange(Optional<BigDecimal> least, Optional<BigDecimal> greatest) {
    return new Constraints(allowed, least, greatest, minLength, maxLength, pattern);
  }

  /** The same, and a length in this range, bounds included. */
  public Constraints withLength(Optional<Integer> least, Optional<Integer> greatest) {
    return new Constraints(allowed, minimum, maximum, least, greatest, pattern);
  }

  /** The same, and a text that contains a match of this regular expression. */
  public Constraints withPattern(String regularExpression) {
    return new Constraints(
        allowed, minimum, maximum, minLength, maxLength, Optional.of(regularExpression));
  }
}
