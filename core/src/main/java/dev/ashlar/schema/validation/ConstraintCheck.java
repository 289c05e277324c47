package dev.ashlar.schema.validation;

import dev.ashlar.schema.Constraints;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether one value of the right type keeps to the constraints. */
final class ConstraintCheck {
  private final Findings findings;

  ConstraintCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * @param hidden whether the value must not be shown
   */
  void check(Constraints constraints, Value value, ValuePath path, boolean hidden) {
    if (constraints.equals(Constraints.NONE)) {
      return;
    }
    if (value.isKnown()
        && !constraints.allowed().isEmpty()
        && !constraints.allowed().contains(value)) {
      findings.add(
          SchemaProblems.NOT_ALLOWED,
          path,
          "must be one of " + Wording.choices(constraints.allowed()) + but(hidden, value));
    }
    if (value instanceof Value.NumberValue number) {
      range(constraints, number, path, hidden);
    } else if (value instanceof Value.TextValue text) {
      length(
          constraints,
          text.text().codePointCount(0, text.text().length()),
          "characters",
          path,
          hidden);
      constraints.pattern().ifPresent(pattern -> pattern(pattern, text, path, hidden));
    } else if (value instanceof Value.ListValue list) {
      length(constraints, list.items().size(), "items", path, hidden);
    } else if (value instanceof Value.MapValue map) {
      length(constraints, map.entries().size(), "entries", path, hidden);
    }
  }

  private void range(
      Constraints constraints, Value.NumberValue number, ValuePath path, boolean hidden) {
    boolean low =
        constraints.minimum().filter(least -> number.number().compareTo(least) < 0).isPresent();
    boolean high =
        constraints.maximum().filter(most -> number.number().compareTo(most) > 0).isPresent();
    if (low || high) {
      findings.add(
          SchemaProblems.OUT_OF_RANGE,
          path,
          "must be "
              + bounds(
                  constraints.minimum().map(ConstraintCheck::text),
                  constraints.maximum().map(ConstraintCheck::text))
              + but(hidden, number));
    }
  }

  private void length(
      Constraints constraints, int length, String unit, ValuePath path, boolean hidden) {
    boolean tooShort = constraints.minLength().filter(least -> length < least).isPresent();
    boolean tooLong = constraints.maxLength().filter(most -> length > most).isPresent();
    if (tooShort || tooLong) {
      findings.add(
          SchemaProblems.WRONG_LENGTH,
          path,
          "must have "
              + bounds(
                  constraints.minLength().map(String::valueOf),
                  constraints.maxLength().map(String::valueOf))
              + " "
              + unit
              + (hidden ? "" : ", but has " + length));
    }
  }

  private void pattern(String pattern, Value.TextValue text, ValuePath path, boolean hidden) {
    switch (BoundedPattern.find(pattern, text.text())) {
      case MATCH -> {}
      case NO_MATCH ->
          findings.add(
              SchemaProblems.PATTERN_MISMATCH,
              path,
              "must match the pattern " + pattern + but(hidden, text));
      case NOT_TRIED ->
          findings.add(
              SchemaProblems.PATTERN_NOT_TRIED,
              path,
              "was not checked against its pattern, which cannot be used here or takes too long");
    }
  }

  private static String bounds(Optional<String> least, Optional<String> most) {
    if (least.isPresent() && most.isPresent()) {
      return least.equals(most)
          ? "exactly " + least.get()
          : "from " + least.get() + " to " + most.get();
    }
    return least.map(low -> "at least " + low).orElseGet(() -> "at most " + most.orElse(""));
  }

  private static String text(BigDecimal number) {
    return Value.of(number).toString();
  }

  private static String but(boolean hidden, Value value) {
    return hidden ? ", and the secret that is given is not" : ", but is " + Wording.shown(value);
  }
}
