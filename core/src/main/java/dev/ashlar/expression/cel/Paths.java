package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.ast.CelConstant;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.expression.ReservedWords;
import dev.ashlar.expression.path.Path;
import dev.ashlar.value.ValuePath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises constant paths in parsed expressions. */
final class Paths {
  private final int[] codePoints;
  private final Map<Long, Integer> offsets;

  Paths(String text, Map<Long, Integer> offsets) {
    this.codePoints = text.codePoints().toArray();
    this.offsets = offsets;
  }

  /** The path that an expression is; null if it is something else. */
  @Nullable Path of(CelExpr expression, Set<String> locals) {
    return switch (expression.getKind()) {
      case IDENT -> root(expression, locals);
      case SELECT ->
          expression.select().testOnly()
              ? null
              : then(
                  expression.select().operand(),
                  locals,
                  new ValuePath.Key(expression.select().field()),
                  false,
                  offset(expression) + 1);
      case CALL -> call(expression, locals);
      default -> null;
    };
  }

  private @Nullable Path root(CelExpr expression, Set<String> locals) {
    String name = expression.ident().name();
    boolean global = name.startsWith(".");
    String bare = global ? name.substring(1) : name;
    if (!global && locals.contains(name) || bare.equals(ReservedWords.OPTIONAL)) {
      return null;
    }
    return new Path(bare, false, List.of(), offset(expression));
  }

  private @Nullable Path call(CelExpr expression, Set<String> locals) {
    CelExpr.CelCall call = expression.call();
    if (isIdentity(expression)) {
      CelExpr thing = call.args().get(0);
      return then(thing, locals, new ValuePath.Key(Path.IDENTITY), false, offset(thing));
    }
    boolean optional =
        call.function().equals(Operators.OPTIONAL_INDEX)
            || call.function().equals(Operators.OPTIONAL_SELECT);
    if (!optional && !call.function().equals(Operators.INDEX)) {
      return null;
    }
    CelExpr index = call.args().get(1);
    Optional<ValuePath.Step> step = step(index);
    return step.isEmpty()
        ? null
        : then(call.args().get(0), locals, step.get(), optional, offset(call, step.get()));
  }

  /** Where an index stands. Of a field after a question mark CEL does not say: it is looked for. */
  private int offset(CelExpr.CelCall call, ValuePath.Step step) {
    if (!call.function().equals(Operators.OPTIONAL_SELECT)
        || !(step instanceof ValuePath.Key key)) {
      return offset(call.args().get(1));
    }
    int operand = offset(call.args().get(0));
    int[] name = key.name().codePoints().toArray();
    for (int at = operand + 1; at + name.length <= codePoints.length; at++) {
      if (Arrays.equals(codePoints, at, at + name.length, name, 0, name.length)) {
        return at;
      }
    }
    return operand;
  }

  private @Nullable Path then(
      CelExpr operand, Set<String> locals, ValuePath.Step step, boolean optional, int offset) {
    Path path = of(operand, locals);
    return path == null ? null : path.then(new Path.Step(step, optional, offset));
  }

  /** Whether this is {@code identity(x)}. */
  static boolean isIdentity(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CALL
        && expression.call().function().equals("identity")
        && expression.call().target().isEmpty()
        && expression.call().args().size() == 1;
  }

  /** The step of a constant index; empty for a computed one. */
  static Optional<ValuePath.Step> step(CelExpr index) {
    if (index.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = index.constant();
    if (constant.getKind() == CelConstant.Kind.STRING_VALUE) {
      return Optional.of(new ValuePath.Key(constant.stringValue()));
    }
    boolean position =
        constant.getKind() == CelConstant.Kind.INT64_VALUE
            && constant.int64Value() >= 0
            && constant.int64Value() <= Integer.MAX_VALUE;
    return position
        ? Optional.of(new ValuePath.Index((int) constant.int64Value()))
        : Optional.empty();
  }

  /** Where a part of the expression stands. */
  int offset(CelExpr expression) {
    int offset = offsets.getOrDefault(expression.id(), 0);
    if (expression.getKind() != CelExpr.ExprKind.Kind.CALL
        && expression.getKind() != CelExpr.ExprKind.Kind.COMPREHENSION) {
      return offset;
    }
    // CEL points to the parenthesis of a call; people look for the name before it.
    int start = Math.min(offset, codePoints.length);
    while (start > 0 && isNamePart(codePoints[start - 1])) {
      start--;
    }
    boolean call = offset < codePoints.length && codePoints[offset] == '(';
    return call ? start : offset;
  }

  private static boolean isNamePart(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}
