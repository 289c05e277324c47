package dev.ashlar.governance.policy.language;

import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.expression.Expressions;
import dev.ashlar.expression.Interpolation;
import dev.ashlar.expression.Limits;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Scope;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.document.PolicyFunctions;
import dev.ashlar.value.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The language of policies: that of blueprints, with functions for access documents and addresses,
 * and tighter bounds, so that no pack can hold up a plan. Safe for every thread.
 */
public final class PolicyLanguage {
  private static final Limits LIMITS =
      new Limits(10_000, 100, 1_000_000, 2_000_000, Duration.ofSeconds(2));

  private final Expressions expressions;

  /**
   * A language of its own; CEL starts with the first expression.
   *
   * @param nanos a clock in nanoseconds from any origin, for the limit of time only
   */
  public PolicyLanguage(LongSupplier nanos) {
    this.expressions = new Expressions(LIMITS, nanos, PolicyFunctions.all());
  }

  /** What came of compiling a policy in a scope. */
  public sealed interface Compiled {}

  /**
   * A sound policy.
   *
   * @param assertion what must hold
   * @param message what is said where it does not
   */
  public record Sound(CompiledExpression assertion, Message message) implements Compiled {}

  /**
   * An unsound policy.
   *
   * @param problems everything that is wrong with it, where it stands
   */
  public record Unsound(List<Diagnostic> problems) implements Compiled {}

  /** Compiles a policy. */
  public Compiled compile(PolicyPack.Rule rule, Scope scope) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<CompiledExpression> assertion =
        expression(rule.assertion(), rule.assertionPlace(), 0, scope, problems);
    if (assertion.isPresent() && !canBeTrue(assertion.get().type())) {
      problems.add(
          Diagnostic.of(
                  PolicyProblems.NOT_A_CONDITION,
                  "\"assert\" of the policy \"" + rule.id() + "\" says neither true nor false.")
              .at(rule.assertionPlace().start()));
    }
    Message message = message(rule, scope, problems);
    return assertion.isPresent() && problems.isEmpty()
        ? new Sound(assertion.get(), message)
        : new Unsound(List.copyOf(problems));
  }

  private static boolean canBeTrue(ValueType type) {
    return type == ValueType.BOOLEAN || type == ValueType.ANY;
  }

  private Message message(PolicyPack.Rule rule, Scope scope, List<Diagnostic> problems) {
    Interpolation.Scan scan = Interpolation.scan(rule.message());
    if (scan instanceof Interpolation.Unreadable unreadable) {
      problems.add(located(unreadable.problem(), rule.messagePlace(), 0));
      return new Message(List.of());
    }
    List<Message.Part> parts = new ArrayList<>();
    for (Interpolation.Part part : ((Interpolation.Scanned) scan).interpolation().parts()) {
      if (part instanceof Interpolation.Code code) {
        expression(code.text(), rule.messagePlace(), code.offset(), scope, problems)
            .ifPresent(compiled -> parts.add(new Message.Computed(compiled)));
      } else {
        parts.add(new Message.Fixed(((Interpolation.Literal) part).text()));
      }
    }
    return new Message(parts);
  }

  private Optional<CompiledExpression> expression(
      String text, Place place, int offset, Scope scope, List<Diagnostic> problems) {
    Compilation compilation = expressions.compile(text, scope);
    if (compilation instanceof Compilation.Compiled compiled) {
      return Optional.of(compiled.expression());
    }
    ((Compilation.Refused) compilation)
        .problems()
        .forEach(problem -> problems.add(located(problem, place, offset)));
    return Optional.empty();
  }

  private static Diagnostic located(Problem problem, Place place, int offset) {
    return Diagnostic.of(problem.code(), problem.detail()).at(place.at(offset + problem.offset()));
  }
}
