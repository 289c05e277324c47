package dev.ashlar.governance.policy.judging;

import dev.ashlar.blueprint.Environment.Exemption;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Evaluation;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.language.PolicyLanguage.Sound;
import dev.ashlar.plan.Verdict;
import dev.ashlar.plan.Verdict.Outcome;
import dev.ashlar.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a policy's assertion comes to: nothing to say, or a verdict. Pure. */
final class Decision {
  private Decision() {}

  /** The verdict of a policy on what it reads; null where it holds. */
  static @Nullable Verdict of(Sound program, Reading reading) {
    Evaluation evaluation = program.assertion().evaluate(reading);
    if (evaluation instanceof Evaluation.Failed failed) {
      return failed(reading, failed.problem());
    }
    Value value =
        evaluation instanceof Evaluation.Evaluated evaluated
            ? opened(evaluated.value())
            : Value.NULL;
    if (value instanceof Value.BoolValue answer) {
      return answer.bool() ? null : violated(program, reading);
    }
    return value instanceof Value.UnknownValue
        ? undecided(program, reading)
        : failed(
            reading,
            new Problem(
                ExpressionProblems.TYPE_MISMATCH, "The result is neither true nor false.", 0));
  }

  private static Value opened(Value value) {
    return value instanceof Value.SecretValue secret ? opened(secret.content()) : value;
  }

  private static Verdict violated(Sound program, Reading reading) {
    return verdict(
        reading,
        outcome(reading.asked().rule().severity()),
        Optional.empty(),
        program.message().of(reading),
        reading.asked().rule().location());
  }

  private static Verdict undecided(Sound program, Reading reading) {
    return verdict(
        reading,
        Outcome.UNDECIDED,
        Optional.empty(),
        program.message().of(reading),
        reading.asked().rule().location());
  }

  /** What cannot be evaluated is not allowed, however severe a violation would be. */
  static Verdict failed(Reading reading, Problem problem) {
    PolicyPack.Rule rule = reading.asked().rule();
    return verdict(
        reading,
        Outcome.DENY,
        Optional.of(PolicyProblems.EVALUATION_FAILED.id()),
        "The policy cannot be evaluated: " + problem.detail(),
        rule.assertionPlace().at(problem.offset()));
  }

  private static Outcome outcome(Verdict.Severity severity) {
    return switch (severity) {
      case DENY -> Outcome.DENY;
      case APPROVE -> Outcome.APPROVE;
      case WARN -> Outcome.WARN;
    };
  }

  private static Verdict verdict(
      Reading reading,
      Outcome outcome,
      Optional<String> code,
      String message,
      Diagnostic.Location location) {
    PolicyPack.Rule rule = reading.asked().rule();
    return new Verdict(
        reading.asked().use().pack().pack().name(),
        rule.id(),
        rule.severity(),
        outcome,
        code,
        message,
        rule.fix(),
        rule.documentation(),
        Optional.of(location),
        Optional.empty());
  }

  /** The verdict where an exemption allows what it says. */
  static Verdict exempt(Verdict verdict, Exemption by) {
    return new Verdict(
        verdict.pack(),
        verdict.policy(),
        verdict.severity(),
        Outcome.EXEMPT,
        verdict.code(),
        verdict.message(),
        verdict.fix(),
        verdict.documentation(),
        verdict.location(),
        Optional.of(by.reason() + "; " + by.owner() + ", until " + by.expires()));
  }
}
