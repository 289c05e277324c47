package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelErrorCode;
import dev.ashlar.cel.common.exceptions.CelRuntimeException;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.function.Refusal;
import java.util.Optional;

/**
 * A failure of our own inside an evaluation. CEL treats it as its own: {@code ||} may absorb it.
 */
final class Fault extends CelRuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final String detail;
  private final transient Optional<Problem> located;

  private Fault(Code code, String detail, Optional<Problem> located) {
    super(new Refusal(code, detail), CelErrorCode.INVALID_ARGUMENT);
    this.code = code;
    this.detail = detail;
    this.located = located;
  }

  /** A failure at the place that the evaluation has reached. */
  static Fault of(Refusal refusal) {
    return new Fault(refusal.code(), refusal.detail(), Optional.empty());
  }

  /** A failure whose place is known. */
  static Fault of(Problem problem) {
    return new Fault(problem.code(), problem.detail(), Optional.of(problem));
  }

  /** The failure as a problem, at an offset unless it knows its own. */
  Problem problem(int offset) {
    return located.orElseGet(() -> new Problem(code, detail, offset));
  }
}
