package dev.ashlar.blueprint;

import dev.ashlar.schema.binding.Constants;
import dev.ashlar.schema.binding.Decimals;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values of what a caller writes down in Java. */
final class JavaValues {
  private JavaValues() {}

  /**
   * The same term that a document gives: a collection is a list of literals.
   *
   * @throws IllegalArgumentException if a text in it looks like it holds a reference, or it is of a
   *     type that cannot be written down
   */
  static Term term(Object java) {
    if (java instanceof Collection<?> items) {
      return new Term.Items(items.stream().map(JavaValues::term).toList(), Expression.PLACE);
    } else if (java instanceof Map<?, ?> entries) {
      TreeMap<String, Term> fields = new TreeMap<>();
      entries.forEach((key, entry) -> fields.put(key((String) key), term(entry)));
      return Expression.fields(fields);
    }
    return new Term.Literal(scalar(java), Optional.empty(), Expression.PLACE);
  }

  static Value scalar(Object java) {
    if (java instanceof String text) {
      return Value.of(literal(text));
    } else if (java instanceof Boolean bool) {
      return Value.of((boolean) bool);
    } else if (java instanceof Number number) {
      return Value.of(decimal(number));
    } else if (java instanceof Enum<?> constant) {
      return Value.of(Constants.nameOf(constant));
    } else if (java instanceof Duration duration) {
      return Value.of(duration.toString());
    } else if (java instanceof Value value) {
      return value;
    }
    throw new IllegalArgumentException(
        java.getClass().getName() + " cannot be written down as a literal");
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    } else if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    } else if (number instanceof Double real) {
      return Decimals.shortest(real);
    } else if (number instanceof Float real) {
      return Decimals.shortest(real);
    }
    return BigDecimal.valueOf(number.longValue());
  }

  private static String literal(String text) {
    if (text.contains("${")) {
      throw new IllegalArgumentException(
          "a literal with ${ in it: use Expression.text(\"jobs-\", reference) to put a reference in"
              + " a text, or Expression.verbatim for a text that has a ${ of its own");
    }
    return text;
  }

  static String key(String key) {
    if (key.contains("${")) {
      throw new IllegalArgumentException("the key of a map with ${ in it: keys are never computed");
    }
    return key;
  }
}
