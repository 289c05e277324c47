package dev.ashlar.expression;

import dev.ashlar.value.Value;

/** What came of evaluating an expression. */
public sealed interface Evaluation {
  /**
   * A value; it may be unknown or secret, as a whole or in parts. {@link Omitted} instead where the
   * result was {@code omit()}.
   *
   * @param value the value
   */
  record Evaluated(Value value) implements Evaluation {}

  /** The property is to be left out. */
  record Omitted() implements Evaluation {}

  /**
   * No value.
   *
   * @param problem why
   */
  record Failed(Problem problem) implements Evaluation {}
}
