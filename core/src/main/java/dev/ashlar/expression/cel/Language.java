package dev.ashlar.expression.cel;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.CelValidationException;
import dev.ashlar.cel.common.CelValidationResult;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.HostFunction;
import dev.ashlar.expression.Limits;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Scope;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Compiles expressions with CEL, which starts with the first of them. Safe for every thread. */
public final class Language {
  /** How many shapes are kept; the least used go first. */
  private static final int SHAPES = 4_000;

  private final Limits limits;
  private final LongSupplier nanos;
  private final List<HostFunction> functions;
  private @Nullable Cel cel;
  private final Cache<String, Program> programs =
      CacheBuilder.newBuilder().maximumSize(SHAPES).build();

  /** A language of its own, not yet started. */
  public Language(Limits limits, LongSupplier nanos, List<HostFunction> functions) {
    this.limits = limits;
    this.nanos = nanos;
    this.functions = List.copyOf(functions);
  }

  private synchronized Cel cel() {
    if (cel == null) {
      cel = new Cel(limits, functions);
    }
    return cel;
  }

  /** Compiles one expression. */
  public Compilation compile(String text, Scope scope) {
    if (Syntax.isTooDeep(text, limits.depth())) {
      return refused(List.of(Syntax.tooDeep(limits.depth())));
    }
    try {
      return parsed(text, scope);
    } catch (TooDeep | StackOverflowError e) {
      return refused(List.of(Syntax.tooDeep(limits.depth())));
    }
  }

  private Compilation parsed(String text, Scope scope) {
    CelValidationResult result = cel().parse(text);
    if (result.hasError()) {
      return refused(List.of(Syntax.problem(text, result, limits.depth())));
    }
    CelAbstractSyntaxTree parsed = tree(result);
    Compilation compilation = compiled(text, parsed, scope);
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      return compilation;
    }
    Literals literals = new Literals(text, parsed, scope, part -> compiled(text, part, scope));
    return new Compilation.Compiled(literals.apart(compiled.expression()));
  }

  private Compilation compiled(String text, CelAbstractSyntaxTree parsed, Scope scope) {
    Shape shape = Shaper.of(text, parsed, scope, limits.depth(), Set.of());
    Program shared = programs.getIfPresent(shape.key());
    if (shared != null && shape.problems().isEmpty()) {
      return new Compilation.Compiled(new CelExpression(text, shape, shared));
    }
    return checked(text, parsed, shape, scope);
  }

  private Compilation checked(String text, CelAbstractSyntaxTree parsed, Shape shape, Scope scope) {
    CelValidationResult result =
        cel().check(shape.tree(shape.expression()), shape.variables(), shape.structs());
    LinkedHashSet<Problem> problems = new LinkedHashSet<>(shape.problems());
    if (result.hasError()) {
      problems.addAll(new Diagnosis(cel(), shape).of(result.getErrors()));
      return refused(List.copyOf(problems));
    }
    CelAbstractSyntaxTree tree = tree(result);
    problems.addAll(OptionalUse.problems(tree, shape));
    Optional<ValueType> type = CelTypes.result(tree.getResultType(), shape.structs());
    if (type.isEmpty() && problems.isEmpty()) {
      String detail =
          "The result is " + CelTypes.words(tree.getResultType()) + ", which no document can hold.";
      problems.add(new Problem(ExpressionProblems.RESULT_TYPE, detail, 0));
    }
    if (!problems.isEmpty()) {
      return refused(List.copyOf(problems));
    }
    Set<Long> widened = Widening.of(tree);
    if (!widened.isEmpty()) {
      Shape wider = Shaper.of(text, parsed, scope, limits.depth(), widened);
      tree = tree(cel().check(wider.tree(wider.expression()), wider.variables(), wider.structs()));
    }
    Program program = new Program(cel().plan(tree), type.orElse(ValueType.ANY), limits, nanos);
    programs.put(shape.key(), program);
    return new Compilation.Compiled(new CelExpression(text, shape, program));
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a result without errors has a tree", e);
    }
  }

  private static Compilation refused(List<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
    return new Compilation.Refused(sorted);
  }
}
