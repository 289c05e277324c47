package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.expression.Interpolation;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Reads what must be known before anything is evaluated, and therefore holds no expression. */
public final class Literals {
  private Literals() {}

  /** A text; a number or boolean that is not quoted is its source text. */
  public static Optional<String> text(Node node, String what, Problems problems) {
    Optional<String> text = node instanceof Node.Scalar scalar ? scalar.text() : Optional.empty();
    if (text.isEmpty()) {
      wrongType(node, what, "a text", problems);
      return Optional.empty();
    }
    return unescaped(text.get(), node.place(), what, problems);
  }

  /** A text that is no expression, with its escapes resolved. */
  static Optional<String> unescaped(String text, Place place, String what, Problems problems) {
    if (!text.contains("${")) {
      return Optional.of(text);
    }
    if (Interpolation.scan(text) instanceof Interpolation.Scanned scanned
        && scanned.interpolation().isLiteral()) {
      return scanned.interpolation().parts().stream()
          .map(part -> ((Interpolation.Literal) part).text())
          .reduce(String::concat);
    }
    int offset = text.codePointCount(0, Math.max(0, text.indexOf("${")));
    problems.add(
        BlueprintProblems.EXPRESSION_NOT_ALLOWED,
        place.at(offset),
        capital(what)
            + " must be known before anything is evaluated: write it out. \"$${\" stands for a"
            + " literal \"${\".");
    return Optional.empty();
  }

  /** True or false. */
  static Optional<Boolean> bool(Node node, String what, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof Value.BoolValue bool) {
      return Optional.of(bool.bool());
    }
    refuseNonText(node, what, "true or false", problems);
    return Optional.empty();
  }

  /** A number. */
  static Optional<BigDecimal> number(Node node, String what, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof Value.NumberValue number) {
      // Without an exponent, as it was written: 10, not 1E+1.
      return Optional.of(number.number().setScale(Math.max(0, number.number().scale())));
    }
    refuseNonText(node, what, "a number", problems);
    return Optional.empty();
  }

  /** A whole number that is not negative. */
  static Optional<Integer> count(Node node, String what, Problems problems) {
    Optional<BigDecimal> number = number(node, what, problems);
    try {
      Optional<Integer> count = number.map(BigDecimal::intValueExact).filter(n -> n >= 0);
      if (count.isPresent() || number.isEmpty()) {
        return count;
      }
    } catch (ArithmeticException e) {
      // Told below, like a negative number.
    }
    problems.add(
        BlueprintProblems.WRONG_TYPE,
        node.place(),
        capital(what) + " is a whole number that is not negative.");
    return Optional.empty();
  }

  private static void refuseNonText(Node node, String what, String expected, Problems problems) {
    boolean computed =
        node instanceof Node.Scalar scalar
            && scalar.value() instanceof Value.TextValue text
            && unescaped(text.text(), node.place(), what, problems).isEmpty();
    if (!computed) {
      wrongType(node, what, expected, problems);
    }
  }

  /** Adds that something else is expected here. */
  public static void wrongType(Node node, String what, String expected, Problems problems) {
    problems.add(
        BlueprintProblems.WRONG_TYPE,
        node.place(),
        capital(what) + " is " + expected + ", and here stands " + describe(node) + ".");
  }

  static String describe(Node node) {
    if (node instanceof Node.Sequence) {
      return "a list";
    }
    if (!(node instanceof Node.Scalar scalar)) {
      return "a map";
    }
    if (scalar.value() instanceof Value.TextValue) {
      return "a text";
    }
    if (scalar.value() instanceof Value.NumberValue) {
      return "a number";
    }
    return scalar.value() instanceof Value.BoolValue ? "a boolean" : "nothing";
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
