package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelErrorCode;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.runtime.CelEvaluationException;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Failures of an evaluation in our own words. CEL's messages hold the values at hand, secret ones
 * too: of them only the position is read, and neither they nor their causes leave this class.
 */
final class Faults {
  private static final Pattern POSITION =
      Pattern.compile("^evaluation error at [^:]*:([0-9]{1,9})");

  private Faults() {}

  static Problem problem(CelEvaluationException failure, Shape shape, Run run) {
    long id = number(failure);
    int offset = shape.offset(id);
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Fault fault) {
        return fault.problem(offset);
      }
    }
    CelExpr part = Parts.find(shape.expression(), id);
    Code code = code(failure.getErrorCode(), run);
    return new Problem(code, detail(code, failure.getErrorCode(), part, run), offset);
  }

  private static long number(CelEvaluationException failure) {
    Matcher position = POSITION.matcher(failure.getMessage());
    return position.lookingAt() ? Long.parseLong(position.group(1)) : 1;
  }

  private static Code code(CelErrorCode code, Run run) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND -> ExpressionProblems.NO_SUCH_KEY;
      case INDEX_OUT_OF_BOUNDS -> ExpressionProblems.OUT_OF_RANGE;
      case DIVIDE_BY_ZERO, NUMERIC_OVERFLOW -> ExpressionProblems.ARITHMETIC;
      case ITERATION_BUDGET_EXCEEDED -> ExpressionProblems.LIMIT;
      case DUPLICATE_ATTRIBUTE, INVALID_ARGUMENT, BAD_FORMAT -> ExpressionProblems.BAD_ARGUMENT;
      default ->
          run.unset().isEmpty() ? ExpressionProblems.TYPE_MISMATCH : ExpressionProblems.NO_VALUE;
    };
  }

  private static String detail(Code code, CelErrorCode error, @Nullable CelExpr part, Run run) {
    String name = Parts.name(part);
    if (code.equals(ExpressionProblems.NO_VALUE)) {
      return "\"" + String.join("\", \"", run.unset()) + "\" is not set.";
    }
    if (code.equals(ExpressionProblems.NO_SUCH_KEY)) {
      return part != null && part.getKind() == CelExpr.ExprKind.Kind.SELECT
          ? "There is no key \"" + part.select().field() + "\" here."
          : "The map has no such key.";
    }
    return switch (error) {
      case INDEX_OUT_OF_BOUNDS -> "The list has no item at this position.";
      case DIVIDE_BY_ZERO -> "This divides by zero.";
      case NUMERIC_OVERFLOW -> "The result of " + name + " does not fit into 64 bits.";
      case ITERATION_BUDGET_EXCEEDED -> "The loops run too often.";
      case DUPLICATE_ATTRIBUTE -> "A map is given the same key twice.";
      case INVALID_ARGUMENT, BAD_FORMAT -> name + " cannot work with this value.";
      default ->
          name
              + " cannot work with values of these types. Numbers beyond 64 bits can only be"
              + " passed on.";
    };
  }
}
