package dev.ashlar.expression.function;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.expression.ExpressionProblems;

/** A function's no to its arguments. Never holds a value. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final String detail;

  /** A no of some kind. */
  public Refusal(Code code, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  /** The value of an argument is not one that the function takes. */
  public static Refusal argument(String detail) {
    return new Refusal(ExpressionProblems.BAD_ARGUMENT, detail);
  }

  /** The result would be larger than an expression may be. */
  public static Refusal size(int limit) {
    return new Refusal(
        ExpressionProblems.LIMIT,
        "The result would hold more than " + limit + " characters and items.");
  }

  /** The kind of problem. */
  public Code code() {
    return code;
  }

  /** What is wrong. */
  public String detail() {
    return detail;
  }
}
