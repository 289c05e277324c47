package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableSet;
import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where something that may not be there is used as if it were. CEL refuses only half of them:
 * comparisons, lists, and arguments of any type would take an optional as a value.
 */
final class OptionalUse {
  private static final ImmutableSet<String> ALLOWED =
      ImmutableSet.of(
          "or",
          "orValue",
          "hasValue",
          "value",
          "optional.of",
          "optional.ofNonZeroValue",
          "optional.unwrap",
          Operators.CONDITIONAL,
          Operators.VIEW,
          Operators.ITEMS,
          Operators.IS_SET,
          Operators.APPEND,
          Operators.GATHERED,
          Operators.FLAT,
          Operators.INDEX,
          Operators.OPTIONAL_INDEX,
          Operators.OPTIONAL_SELECT);

  private final CelAbstractSyntaxTree tree;
  private final Shape shape;
  private final List<Problem> problems = new ArrayList<>();

  private OptionalUse(CelAbstractSyntaxTree tree, Shape shape) {
    this.tree = tree;
    this.shape = shape;
  }

  /** The problems of a checked expression. */
  static List<Problem> problems(CelAbstractSyntaxTree tree, Shape shape) {
    OptionalUse use = new OptionalUse(tree, shape);
    use.part(tree.getExpr(), false);
    return use.problems;
  }

  /** Whether this function or operator takes something that may not be there. */
  static boolean isFor(String function) {
    return ALLOWED.contains(function);
  }

  /** Looks from the inside out, so that each misuse is reported where it begins and only there. */
  private void part(CelExpr whole, boolean allowed) {
    int before = problems.size();
    switch (whole.getKind()) {
      case LIST -> {
        for (int i = 0; i < whole.list().elements().size(); i++) {
          part(whole.list().elements().get(i), whole.list().optionalIndices().contains(i));
        }
      }
      case MAP ->
          whole
              .map()
              .entries()
              .forEach(
                  entry -> {
                    part(entry.key(), false);
                    part(entry.value(), entry.optionalEntry());
                  });
      case CALL -> {
        boolean takes = isFor(whole.call().function());
        Parts.of(whole).forEach(inner -> part(inner, takes));
      }
      default -> Parts.of(whole).forEach(inner -> part(inner, true));
    }
    if (!allowed && problems.size() == before) {
      refuse(whole);
    }
  }

  private void refuse(CelExpr part) {
    if (CelTypes.hasOptional(tree.getType(part.id()).orElse(SimpleType.DYN))) {
      problems.add(
          new Problem(
              ExpressionProblems.MAY_BE_ABSENT,
              "This may not be there. Say what to take instead, for example with .?"
                  + " and .orValue(\"\").",
              shape.offset(part.id())));
    }
  }
}
