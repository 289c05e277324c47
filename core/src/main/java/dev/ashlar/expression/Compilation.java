package dev.ashlar.expression;

import java.util.List;

/** What came of compiling an expression. */
public sealed interface Compilation {
  /**
   * A sound expression.
   *
   * @param expression the expression
   */
  record Compiled(CompiledExpression expression) implements Compilation {}

  /**
   * An unsound expression.
   *
   * @param problems everything that is wrong with it, at least one
   */
  record Refused(List<Problem> problems) implements Compilation {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
