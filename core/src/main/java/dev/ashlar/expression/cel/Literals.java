package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.ast.CelConstant;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.expression.Scope;
import dev.ashlar.expression.path.Path;
import dev.ashlar.expression.path.PathExpression;
import dev.ashlar.expression.path.Resolution;
import dev.ashlar.expression.path.Typing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes literals at the root of an expression apart. */
final class Literals {
  private final String text;
  private final CelAbstractSyntaxTree tree;
  private final Typing typing;
  private final Paths paths;
  private final Function<CelAbstractSyntaxTree, Compilation> compile;

  /**
   * For one expression.
   *
   * @param compile compiles one of its parts
   */
  Literals(
      String text,
      CelAbstractSyntaxTree tree,
      Scope scope,
      Function<CelAbstractSyntaxTree, Compilation> compile) {
    this.text = text;
    this.tree = tree;
    this.typing = new Typing(scope);
    this.paths = new Paths(text, tree.getSource().getPositionsMap());
    this.compile = compile;
  }

  /** The expression part by part, if it is such a literal. */
  CompiledExpression apart(CompiledExpression whole) {
    return isLiteral(tree.getExpr()) ? literal(tree.getExpr(), whole).orElse(whole) : whole;
  }

  private static boolean isLiteral(CelExpr part) {
    if (part.getKind() == CelExpr.ExprKind.Kind.LIST) {
      return !part.list().elements().isEmpty() && part.list().optionalIndices().isEmpty();
    }
    if (part.getKind() != CelExpr.ExprKind.Kind.MAP || part.map().entries().isEmpty()) {
      return false;
    }
    Set<String> keys = new HashSet<>();
    for (CelExpr.CelMap.Entry entry : part.map().entries()) {
      boolean constant =
          entry.key().getKind() == CelExpr.ExprKind.Kind.CONSTANT
              && entry.key().constant().getKind() == CelConstant.Kind.STRING_VALUE;
      if (!constant || entry.optionalEntry() || !keys.add(entry.key().constant().stringValue())) {
        return false;
      }
    }
    return true;
  }

  private Optional<CompiledExpression> literal(CelExpr literal, CompiledExpression whole) {
    List<String> keys = new ArrayList<>();
    List<CelExpr> values = new ArrayList<>();
    if (literal.getKind() == CelExpr.ExprKind.Kind.LIST) {
      values.addAll(literal.list().elements());
    } else {
      for (CelExpr.CelMap.Entry entry : literal.map().entries()) {
        keys.add(entry.key().constant().stringValue());
        values.add(entry.value());
      }
    }
    List<CompiledExpression> parts = new ArrayList<>();
    for (CelExpr value : values) {
      Optional<CompiledExpression> part = part(value);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(new LiteralExpression(whole, keys, parts));
  }

  private Optional<CompiledExpression> part(CelExpr part) {
    Path path = paths.of(part, Set.of());
    if (path != null
        && typing.resolve(path) instanceof Resolution.Resolved resolved
        && !resolved.optional()) {
      return Optional.of(new PathExpression(text, resolved));
    }
    Compilation compilation =
        compile.apply(CelAbstractSyntaxTree.newParsedAst(part, tree.getSource()));
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      return Optional.empty();
    }
    return isLiteral(part)
        ? literal(part, compiled.expression())
        : Optional.of(compiled.expression());
  }
}
