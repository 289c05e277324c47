package dev.ashlar.expression;

import dev.ashlar.diagnostic.Code;

/**
 * What is wrong with an expression.
 *
 * @param code the kind of problem
 * @param detail what is wrong and what to do; never a value and never a library's own message
 * @param offset where in the expression's text, in code points from 0
 */
public record Problem(Code code, String detail, int offset) {
  /** The same problem seen from a text in which the expression begins at an offset. */
  public Problem shifted(int by) {
    return new Problem(code, detail, offset + by);
  }
}
