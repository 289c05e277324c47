package dev.ashlar.expression;

import dev.ashlar.expression.cel.Language;
import dev.ashlar.expression.path.Path;
import dev.ashlar.expression.path.PathExpression;
import dev.ashlar.expression.path.Plain;
import dev.ashlar.expression.path.Resolution;
import dev.ashlar.expression.path.Typing;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The expression language of one engine. Compiles expressions against the types of a scope; keeps
 * what expressions of one shape share. Constants and plain paths never start CEL, and CEL starts
 * with the first expression that needs it. Safe for every thread.
 */
public final class Expressions {
  private final Limits limits;
  private final Language language;

  /**
   * A language of its own.
   *
   * @param limits how much one expression may take
   * @param nanos a clock in nanoseconds from any origin, for the limit of time only
   */
  public Expressions(Limits limits, LongSupplier nanos) {
    this(limits, nanos, List.of());
  }

  /**
   * A language of its own, with functions of its own.
   *
   * @param limits how much one expression may take
   * @param nanos a clock in nanoseconds from any origin, for the limit of time only
   * @param functions what can be called beside the functions of every language
   */
  public Expressions(Limits limits, LongSupplier nanos, List<HostFunction> functions) {
    this.limits = limits;
    this.language = new Language(limits, nanos, functions);
  }

  /** Compiles one expression. Never throws for what the text is. */
  public Compilation compile(String text, Scope scope) {
    if (text.length() > limits.length()
        && text.codePointCount(0, text.length()) > limits.length()) {
      return refused(
          new Problem(
              ExpressionProblems.TOO_LARGE,
              "An expression may have at most " + limits.length() + " characters.",
              0));
    }
    if (text.isBlank()) {
      return refused(new Problem(ExpressionProblems.EMPTY, "There is nothing to evaluate.", 0));
    }
    Optional<Value> constant = Plain.constant(text);
    if (constant.isPresent()) {
      return new Compilation.Compiled(new Constant(text, constant.get()));
    }
    Optional<Path> path = Plain.path(text);
    return path.isPresent() ? read(text, path.get(), scope) : language.compile(text, scope);
  }

  private static Compilation read(String text, Path path, Scope scope) {
    Resolution resolution = new Typing(scope).resolve(path);
    if (resolution instanceof Resolution.Unresolved unresolved) {
      return refused(unresolved.problem());
    }
    Resolution.Resolved resolved = (Resolution.Resolved) resolution;
    return resolved.optional()
        ? refused(mayBeAbsent(resolved.path()))
        : new Compilation.Compiled(new PathExpression(text, resolved));
  }

  private static Problem mayBeAbsent(Path path) {
    return new Problem(
        ExpressionProblems.MAY_BE_ABSENT,
        "\""
            + path
            + "\" may not be there. Say what to take instead, for example with .?"
            + " and .orValue(\"\").",
        path.offset());
  }

  private static Compilation refused(Problem problem) {
    return new Compilation.Refused(List.of(problem));
  }
}
