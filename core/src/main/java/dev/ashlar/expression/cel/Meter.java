package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableSet;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.runtime.CelEvaluationListener;
import dev.ashlar.expression.Limits;
import java.util.Collection;
import java.util.function.LongSupplier;

/** Watches one evaluation and ends it when it takes too much. CEL itself has no such bounds. */
final class Meter implements CelEvaluationListener {
  /** How many steps may pass between two looks at the clock. */
  private static final int LOOK = 256;

  /** Functions that make nothing: what they give was there before. */
  private static final ImmutableSet<String> FREE =
      ImmutableSet.of(
          Operators.INDEX,
          Operators.OPTIONAL_INDEX,
          Operators.OPTIONAL_SELECT,
          Operators.CONDITIONAL,
          Operators.APPEND,
          Operators.SORTED,
          Operators.VIEW,
          "or",
          "orValue",
          "value",
          "optional.of");

  private final Limits limits;
  private final LongSupplier nanos;
  private final long start;
  private int steps;
  private long made;

  Meter(Limits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  @Override
  public void callback(CelExpr part, Object result) {
    steps++;
    if (steps % LOOK == 0 && nanos.getAsLong() - start > limits.time().toNanos()) {
      throw new Exhausted("The evaluation was stopped after " + limits.time().toMillis() + " ms.");
    }
    CelExpr.ExprKind.Kind kind = part.getKind();
    boolean makes =
        kind == CelExpr.ExprKind.Kind.CALL && !FREE.contains(part.call().function())
            || kind == CelExpr.ExprKind.Kind.LIST;
    if (makes) {
      made += size(result);
      if (made > limits.memory()) {
        throw new Exhausted(
            "The evaluation made more than " + limits.memory() + " characters and items.");
      }
    }
  }

  private static int size(Object result) {
    if (result instanceof String text) {
      return text.length();
    }
    return result instanceof Collection<?> items ? items.size() + 1 : 1;
  }
}
