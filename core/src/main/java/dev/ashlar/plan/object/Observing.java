package dev.ashlar.plan.object;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.diff.OutputsAfter;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody else's object: looked at, never changed. */
final class Observing {
  private Observing() {}

  static Decision decide(ObjectInputs in) {
    Optional<Question> question = Existing.question(in, Optional.empty());
    if (question.isEmpty()) {
      return reading(in);
    }
    Optional<Answer> answer = in.observations().to(question.get());
    if (answer.isEmpty()) {
      return Decision.Asking.of(question.get());
    }
    if (answer.get() instanceof Answer.Looked looked && looked.seen().isPresent()) {
      Answer.Seen seen = looked.seen().get();
      Value.MapValue view =
          ObjectView.found(
              seen.identity(),
              Confidential.properties(in.schema(), seen.properties()),
              Confidential.outputs(in.schema(), seen.outputs()));
      return new Decision.Decided(forgotten(in), view, List.of());
    }
    List<Diagnostic> diagnostics =
        answer.get() instanceof Answer.Unanswered none
            ? none.diagnostics()
            : List.of(
                Locating.problem(
                    in,
                    PlanProblems.OBSERVED_ABSENT,
                    "\""
                        + in.address()
                        + "\" is only observed, and there is no "
                        + in.schema().type()
                        + " with these properties."));
    return new Decision.Decided(List.of(), unknown(in), diagnostics);
  }

  /** What identifies it is only known while applying. */
  private static Decision reading(ObjectInputs in) {
    Change read =
        Changes.declared(
                in,
                new ObjectId(in.address(), in.incarnation()),
                Action.READ,
                Reason.of(Reason.Kind.LOOKUP))
            .planned(in.declared())
            .outputs(OutputsAfter.creation(in.schema()))
            .risk(Risk.SAFE)
            .compensation(Compensations.bookkeeping(Action.NO_OP))
            .build();
    return new Decision.Decided(List.of(read), unknown(in), List.of());
  }

  /** An object that was managed here before is let go. */
  private static List<Change> forgotten(ObjectInputs in) {
    return in.recorded()
        .map(
            recorded ->
                List.of(
                    Changes.recorded(
                            recorded.original(),
                            Action.FORGET,
                            Reason.of(Reason.Kind.LIFECYCLE_CHANGED))
                        .risk(Risk.SAFE)
                        .compensation(Compensations.bookkeeping(Action.ADOPT))
                        .build()))
        .orElse(List.of());
  }

  private static Value.MapValue unknown(ObjectInputs in) {
    Value.MapValue properties = OutputsAfter.properties(in.schema());
    for (Map.Entry<String, Value> entry : in.declared().entries().entrySet()) {
      properties = properties.with(entry.getKey(), entry.getValue());
    }
    return ObjectView.created(in.schema(), properties, OutputsAfter.creation(in.schema()));
  }
}
