package dev.ashlar.plan.object;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.diff.Deviation;
import dev.ashlar.plan.diff.Patch;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drift is recorded as if it had been applied. */
public final class DriftAcceptance {
  private DriftAcceptance() {}

  /** What is recorded of an object, whose inputs are those last applied. */
  public static Decision decide(ObjectInputs in) {
    Optional<Answer> answer = in.refresh().flatMap(in.observations()::to);
    if (in.refresh().isPresent() && answer.isEmpty()) {
      return Decision.Asking.of(in.refresh().get());
    }
    Recorded recorded = in.recorded().orElseThrow();
    if (answer.orElse(null) instanceof Answer.Looked looked) {
      return looked
          .seen()
          .map(seen -> accept(in, new Actual(recorded, properties(in, seen), outputs(in, seen))))
          .orElseGet(() -> missing(in, recorded.original()));
    }
    List<Diagnostic> problems =
        answer.orElse(null) instanceof Answer.Unanswered none ? none.diagnostics() : List.of();
    return new Decision.Decided(List.of(), ObjectView.recorded(recorded.original()), problems);
  }

  private static Value.MapValue properties(ObjectInputs in, Answer.Seen seen) {
    return Confidential.properties(in.schema(), seen.properties());
  }

  private static Value.MapValue outputs(ObjectInputs in, Answer.Seen seen) {
    return Confidential.outputs(in.schema(), seen.outputs());
  }

  private static Decision missing(ObjectInputs in, StateObject object) {
    Change forget = Removing.decide(in.facts(), object, true, Reason.of(Reason.Kind.MISSING));
    return new Decision.Decided(List.of(forget), ObjectView.recorded(object), List.of());
  }

  private static Decision accept(ObjectInputs in, Actual actual) {
    StateObject object = actual.object();
    Proposal proposal =
        Proposal.existing(
            in.schema(),
            in.declared(),
            object.values().effective(),
            actual.properties(),
            in.node().declaration().lifecycle().ignoreChanges());
    List<Deviation> deviations =
        Comparing.outcome(
                in, actual, new Refining.Refined(proposal, Set.of(), false, Bytes.EMPTY, List.of()))
            .deviations();
    if (deviations.isEmpty()) {
      return new Decision.Decided(
          List.of(), ObjectView.seen(object.identity(), actual.values()), List.of());
    }
    List<AttributeChange> attributes = new ArrayList<>();
    for (Deviation each : deviations) {
      attributes.add(
          new AttributeChange(
              each.path(),
              /* before= */ each.after(),
              /* after= */ each.before(),
              each.sensitive(),
              false,
              Optional.empty(),
              Optional.empty()));
    }
    List<ValuePath> paths = deviations.stream().map(Deviation::path).toList();
    Change accepted =
        Changes.recorded(object, Action.RECORD, Reason.of(Reason.Kind.DRIFTED, paths))
            .location(Optional.of(in.node().declaration().place().start()))
            .declared(accepted(in.schema(), object.values().declared(), actual, paths))
            .planned(accepted(in.schema(), object.values().effective(), actual, paths))
            .outputs(actual.outputs())
            .attributes(attributes)
            .risk(Risk.SAFE)
            .compensation(Compensations.bookkeeping(Action.RECORD))
            .build();
    return new Decision.Decided(
        List.of(accepted), ObjectView.seen(object.identity(), actual.values()), List.of());
  }

  /** The values with what the cloud has at these places; inside a keyed list, the whole list. */
  private static Value.MapValue accepted(
      ResourceSchema schema, Value.MapValue values, Actual actual, List<ValuePath> paths) {
    Value.MapValue unmarked = OwnershipMark.strip(schema, actual.properties());
    Value.MapValue result = values;
    for (ValuePath path : paths) {
      Value.MapValue patched = Patch.set(result, path, path.in(unmarked));
      if (patched.equals(result)) {
        ValuePath whole = ValuePath.of(path.head());
        patched = Patch.set(result, whole, whole.in(unmarked));
      }
      result = patched;
    }
    return OwnershipMark.keep(schema, result, values);
  }
}
