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
          Operators.ITEMS,
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
    use.part(tree.getExpr());
    if (use.problems.isEmpty()) {
      use.refuse(tree.getExpr());
    }
    return use.problems;
  }

  private void part(CelExpr whole) {
    switch (whole.getKind()) {
      case CALL -> {
        if (!ALLOWED.contains(whole.call().function())) {
          whole.call().target().ifPresent(this::refuse);
          whole.call().args().forEach(this::refuse);
        }
      }
      case LIST -> {
        for (int i = 0; i < whole.list().elements().size(); i++) {
          if (!whole.list().optionalIndices().contains(i)) {
            refuse(whole.list().elements().get(i));
          }
        }
      }
      case MAP ->
          whole.map().entries().stream()
              .filter(entry -> !entry.optionalEntry())
              .forEach(entry -> refuse(entry.value()));
      default -> {}
    }
    Parts.of(whole).forEach(this::part);
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
