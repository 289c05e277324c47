package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.common.ast.CelReference;
import dev.ashlar.cel.common.types.SimpleType;
import java.util.HashSet;
import java.util.Set;

/**
 * A condition may have a whole number in one branch and a double in the other; its result is a
 * double. CEL chooses functions by static types, so the whole number has to become one.
 */
final class Widening {
  /** The beginning of the names of the overloads of such conditions. */
  static final String OVERLOAD = "conditional_number_";

  /** Conversions are numbered from here, behind all parts. */
  static final long NUMBER = 1_000_000_000L;

  private Widening() {}

  /** The numbers of the branches to convert. */
  static Set<Long> of(CelAbstractSyntaxTree tree) {
    Set<Long> branches = new HashSet<>();
    collect(tree, tree.getExpr(), branches);
    return branches;
  }

  private static void collect(CelAbstractSyntaxTree tree, CelExpr part, Set<Long> branches) {
    if (part.getKind() == CelExpr.ExprKind.Kind.CALL
        && part.call().function().equals(Operators.CONDITIONAL)
        && isMixed(tree, part)) {
      for (CelExpr branch : part.call().args().subList(1, 3)) {
        if (tree.getType(branch.id()).filter(SimpleType.INT::equals).isPresent()) {
          branches.add(branch.id());
        }
      }
    }
    Parts.of(part).forEach(inner -> collect(tree, inner, branches));
  }

  private static boolean isMixed(CelAbstractSyntaxTree tree, CelExpr condition) {
    return tree.getReference(condition.id())
        .map(CelReference::overloadIds)
        .filter(ids -> ids.stream().anyMatch(id -> id.startsWith(OVERLOAD)))
        .isPresent();
  }
}
