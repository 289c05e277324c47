package dev.ashlar.plan.planner;

import dev.ashlar.plan.Change;
import dev.ashlar.plan.object.Decision;
import dev.ashlar.plan.object.ObjectDecision;
import dev.ashlar.plan.object.ObjectInputs;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.Optional;

/** A plan that only corrects drift, on the inputs last applied: nothing new, nothing removed. */
final class Repairing {
  private Repairing() {}

  static NodeResult plan(Groundwork ground) {
    AsApplied applied = new AsApplied(ground);
    NodeResult.Parts parts = new NodeResult.Parts();
    for (StateObject object : ground.request().state().current().values()) {
      Optional<ObjectInputs> in = applied.inputs(object);
      if (in.isPresent() && ground.selection().includes(object.id().address())) {
        add(in.get(), ObjectDecision.decide(in.get()), parts);
      }
    }
    return parts.result(Value.NULL);
  }

  private static void add(ObjectInputs in, Decision decision, NodeResult.Parts parts) {
    if (decision instanceof Decision.Asking asking) {
      parts.atLeast(Standing.WAITING);
      parts.questions.addAll(asking.questions());
      return;
    }
    Decision.Decided decided = (Decision.Decided) decision;
    parts.diagnostics.addAll(decided.diagnostics());
    if (decided.changes().isEmpty()) {
      parts.unchanged++;
    }
    for (Change change : decided.changes()) {
      parts.changes.add(change);
      boolean made =
          switch (change.action()) {
            case CREATE, REPLACE -> true;
            default -> false;
          };
      if (made && !change.planned().isKnown()) {
        parts.diagnostics.add(AsApplied.notRepeatable(in));
      }
    }
  }
}
