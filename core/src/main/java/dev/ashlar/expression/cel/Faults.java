package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelErrorCode;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.runtime.CelEvaluationException;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.path.Resolution;
import java.util.ArrayList;
import java.util.List;
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
    List<String> unset = unset(part, shape, run);
    return unset.isEmpty()
        ? new Problem(code(failure.getErrorCode()), detail(failure.getErrorCode(), part), offset)
        : new Problem(
            ExpressionProblems.NO_VALUE,
            "\"" + String.join("\" and \"", unset) + "\" is not set (null).",
            offset);
  }

  /** The references among the operands that are not set: most likely they are the reason. */
  private static List<String> unset(@Nullable CelExpr part, Shape shape, Run run) {
    List<String> unset = new ArrayList<>();
    if (part == null) {
      return unset;
    }
    for (CelExpr operand : Parts.of(part)) {
      int index =
          operand.getKind() == CelExpr.ExprKind.Kind.IDENT
              ? Slot.index(operand.ident().name())
              : -1;
      Resolution.Resolved path = index < 0 ? null : shape.slots().get(index).path();
      if (path != null && run.unset().contains(path.path().toString())) {
        unset.add(path.path().toString());
      }
    }
    return unset;
  }

  private static long number(CelEvaluationException failure) {
    Matcher position = POSITION.matcher(failure.getMessage());
    return position.lookingAt() ? Long.parseLong(position.group(1)) : 1;
  }

  private static Code code(CelErrorCode code) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND -> ExpressionProblems.NO_SUCH_KEY;
      case INDEX_OUT_OF_BOUNDS -> ExpressionProblems.OUT_OF_RANGE;
      case DIVIDE_BY_ZERO, NUMERIC_OVERFLOW -> ExpressionProblems.ARITHMETIC;
      case ITERATION_BUDGET_EXCEEDED -> ExpressionProblems.LIMIT;
      case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD, TYPE_NOT_FOUND ->
          ExpressionProblems.TYPE_MISMATCH;
      default -> ExpressionProblems.BAD_ARGUMENT;
    };
  }

  private static String detail(CelErrorCode error, @Nullable CelExpr part) {
    String name = Parts.name(part);
    return switch (error) {
      case ATTRIBUTE_NOT_FOUND ->
          part != null && part.getKind() == CelExpr.ExprKind.Kind.SELECT
              ? "There is no key \"" + part.select().field() + "\" here."
              : "The map has no such key.";
      case INDEX_OUT_OF_BOUNDS -> "The list has no item at this position.";
      case DIVIDE_BY_ZERO -> "This divides by zero.";
      case NUMERIC_OVERFLOW -> "The result of " + name + " does not fit into 64 bits.";
      case ITERATION_BUDGET_EXCEEDED -> "The loops run too often.";
      case DUPLICATE_ATTRIBUTE -> "A map is given the same key twice.";
      case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD, TYPE_NOT_FOUND ->
          name
              + " cannot work with values of these types. One of them may be null; and numbers"
              + " beyond 64 bits can only be passed on.";
      default -> name + " cannot work with this value.";
    };
  }
}
