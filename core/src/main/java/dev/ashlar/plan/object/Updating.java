package dev.ashlar.plan.object;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.diff.Deviation;
import dev.ashlar.plan.diff.OutputsAfter;
import dev.ashlar.plan.diff.Patch;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A change in place. */
final class Updating {
  private Updating() {}

  static Decision decide(ObjectInputs in, Actual actual, Comparing.Outcome outcome) {
    StateObject object = actual.object();
    List<ValuePath> paths = outcome.deviations().stream().map(Deviation::path).toList();
    Value.MapValue planned = outcome.refined().proposal().planned();
    Value.MapValue outputs = OutputsAfter.update(in.schema(), actual.outputs(), paths);
    Attributes attributes = new Attributes(in);
    List<AttributeChange> all =
        new ArrayList<>(attributes.deviating(outcome.deviations(), Set.of()));
    all.addAll(attributes.outputs(actual.outputs(), outputs));
    Change update =
        Changes.declared(in, object.id(), Action.UPDATE, reason(outcome.deviations()))
            .prior(object.id())
            .identity(object.identity())
            .planned(planned)
            .outputs(outputs)
            .opaque(outcome.refined().opaque())
            .attributes(all)
            .risk(Risk.DISRUPTIVE)
            .compensation(Compensations.ofUpdate(object, paths))
            .build();
    List<Change> changes = new ArrayList<>(Bookkeeping.moved(in, actual));
    changes.add(update);
    Value.MapValue rest = OwnershipMark.strip(in.schema(), actual.properties());
    for (ValuePath path : paths) {
      rest = Patch.set(rest, path, path.in(planned));
    }
    Value.MapValue view =
        ObjectView.updated(
            object.identity(), OwnershipMark.strip(in.schema(), planned), rest, outputs);
    return new Decision.Decided(changes, view, outcome.refined().diagnostics());
  }

  /** The user's own changes are the reason, where there are any; else the cloud's. */
  static Reason reason(List<Deviation> deviations) {
    List<ValuePath> changed =
        deviations.stream()
            .filter(each -> each.cause() == Deviation.Cause.CHANGED)
            .map(Deviation::path)
            .toList();
    return changed.isEmpty()
        ? Reason.of(Reason.Kind.DRIFTED, deviations.stream().map(Deviation::path).toList())
        : Reason.of(Reason.Kind.CHANGED, changed);
  }
}
