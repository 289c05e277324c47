package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.CelIssue;
import dev.ashlar.cel.common.CelValidationException;
import dev.ashlar.cel.common.CelValidationResult;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Typed;
import dev.ashlar.expression.path.Typing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the checker found, in our own words: from the part it points to, not from its message. */
final class Diagnosis {
  private static final String ABSENT =
      " does not work with something that may not be there. Say what to take instead: .orValue(x).";

  private final Cel cel;
  private final Shape shape;

  Diagnosis(Cel cel, Shape shape) {
    this.cel = cel;
    this.shape = shape;
  }

  /** The problems, each once. */
  List<Problem> of(List<CelIssue> issues) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (CelIssue issue : issues) {
      problems.add(problem(issue.getExprId()));
    }
    return List.copyOf(problems);
  }

  private Problem problem(long id) {
    int offset = shape.offset(id);
    CelExpr part = Parts.find(shape.expression(), id);
    if (part != null && part.getKind() == CelExpr.ExprKind.Kind.SELECT) {
      return new Problem(
          ExpressionProblems.UNKNOWN_ATTRIBUTE, attribute(id, part.select()), offset + 1);
    }
    if (part != null
        && part.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION
        && CelTypes.hasOptional(type(part.comprehension().iterRange()))) {
      int range = shape.offset(part.comprehension().iterRange().id());
      return new Problem(ExpressionProblems.MAY_BE_ABSENT, "A loop" + ABSENT, range);
    }
    if (part == null || part.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return new Problem(
          ExpressionProblems.TYPE_MISMATCH, "The types here do not fit together.", offset);
    }
    String function = part.call().function();
    boolean named = Character.isLetter(function.charAt(0));
    if (named && !cel.functions().contains(function)) {
      return new Problem(
          ExpressionProblems.UNKNOWN_FUNCTION,
          "There is no function \""
              + function
              + "\"."
              + Suggestion.sentence(function, cel.functions()),
          offset);
    }
    boolean optional = Parts.of(part).stream().anyMatch(x -> CelTypes.hasOptional(type(x)));
    return optional && !OptionalUse.isFor(function)
        ? new Problem(ExpressionProblems.MAY_BE_ABSENT, Parts.name(part) + ABSENT, offset)
        : new Problem(ExpressionProblems.TYPE_MISMATCH, mismatch(part), offset);
  }

  private String attribute(long id, CelExpr.CelSelect select) {
    Typed owner = shape.owners().get(id);
    if (owner != null) {
      return Typing.noSuchAttribute("This", owner, select.field());
    }
    return "This is "
        + CelTypes.words(type(select.operand()))
        + " and has no attribute \""
        + select.field()
        + "\".";
  }

  private String mismatch(CelExpr call) {
    List<String> types = new ArrayList<>();
    for (CelExpr argument : Parts.of(call)) {
      types.add(CelTypes.words(type(argument)));
    }
    String given =
        types.size() < 2
            ? String.join("", types)
            : String.join(", ", types.subList(0, types.size() - 1))
                + " and "
                + types.get(types.size() - 1);
    return Parts.name(call) + " does not work with " + (given.isEmpty() ? "nothing" : given) + ".";
  }

  /** The type of a part, as far as it can be told with the rest in error. */
  private CelType type(CelExpr part) {
    Map<String, CelType> variables = new HashMap<>(shape.variables());
    declareLocals(shape.expression(), variables);
    CelValidationResult result = cel.check(shape.tree(part), variables, shape.structs());
    CelAbstractSyntaxTree tree = checked(result);
    return tree == null ? SimpleType.DYN : tree.getResultType();
  }

  private static void declareLocals(CelExpr whole, Map<String, CelType> variables) {
    if (whole.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
      variables.putIfAbsent(whole.comprehension().iterVar(), SimpleType.DYN);
      variables.putIfAbsent(whole.comprehension().accuVar(), SimpleType.DYN);
    }
    Parts.of(whole).forEach(part -> declareLocals(part, variables));
  }

  private static @Nullable CelAbstractSyntaxTree checked(CelValidationResult result) {
    try {
      return result.hasError() ? null : result.getAst();
    } catch (CelValidationException e) {
      return null;
    }
  }
}
