package dev.ashlar.plan.object;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of one declared object: the first question, which kind of case it is. */
public final class ObjectDecision {
  private ObjectDecision() {}

  /** What becomes of it, or what must be known first. Depends on nothing but the inputs. */
  public static Decision decide(ObjectInputs in) {
    Decision decision = byCase(in);
    List<Diagnostic> problems = problems(in);
    if (problems.isEmpty() || !(decision instanceof Decision.Decided decided)) {
      return decision;
    }
    problems.addAll(decided.diagnostics());
    return new Decision.Decided(decided.changes(), decided.view(), problems);
  }

  private static Decision byCase(ObjectInputs in) {
    if (in.lifecycle().ownership() == Lifecycle.Ownership.OBSERVE) {
      return Observing.decide(in);
    }
    if (in.recorded().isEmpty()) {
      return Adopting.wanted(in)
          ? Adopting.decide(in)
          : Creating.decide(in, Reason.of(Reason.Kind.DECLARED));
    }
    Recorded recorded = in.recorded().get();
    Optional<Answer> answer = in.refresh().flatMap(in.observations()::to);
    if (in.refresh().isPresent() && answer.isEmpty()) {
      return Decision.Asking.of(in.refresh().get());
    }
    if (answer.orElse(null) instanceof Answer.Looked looked) {
      return looked
          .seen()
          .map(seen -> present(in, actual(in, recorded, seen)))
          .orElseGet(() -> Creating.decide(in, Reason.of(Reason.Kind.MISSING)));
    }
    Decision decision = present(in, Actual.asRecorded(recorded));
    return answer.orElse(null) instanceof Answer.Unanswered none
            && decision instanceof Decision.Decided decided
        ? new Decision.Decided(
            decided.changes(),
            decided.view(),
            none.diagnostics().stream().map(each -> Locating.about(in, each)).toList())
        : decision;
  }

  private static Decision present(ObjectInputs in, Actual actual) {
    return actual.object().type().equals(in.schema().type())
        ? Comparing.decide(in, actual)
        : Replacing.another(in, actual);
  }

  private static Actual actual(ObjectInputs in, Recorded recorded, Answer.Seen seen) {
    StateObject.Values before = recorded.original().values();
    return new Actual(
        recorded,
        same(before.observed(), Confidential.properties(in.schema(), seen.properties())),
        same(before.outputs(), Confidential.outputs(in.schema(), seen.outputs())));
  }

  /** The recorded values, where the same was seen again: what is held twice can be let go. */
  private static Value.MapValue same(Value.MapValue recorded, Value.MapValue seen) {
    return recorded.equals(seen) ? recorded : seen;
  }

  private static List<Diagnostic> problems(ObjectInputs in) {
    List<Diagnostic> problems = new ArrayList<>();
    boolean inDoubt =
        in.recorded().isPresent()
            && in.recorded().get().original().status() == StateObject.Status.IN_DOUBT;
    if (inDoubt) {
      problems.add(
          Locating.problem(
              in,
              PlanProblems.IN_DOUBT,
              "An operation on \"" + in.address() + "\" was interrupted. Recover first."));
    }
    for (ValuePath path : in.schema().identity()) {
      if (path.in(in.declared()).hasSecret()) {
        problems.add(
            Locating.about(
                in,
                Diagnostic.of(
                        PlanProblems.SECRET_IDENTITY,
                        "\""
                            + path
                            + "\" is part of the identity of \""
                            + in.address()
                            + "\", and its value is secret. Use a value that may be seen.")
                    .in(path)));
      }
    }
    return problems;
  }
}
