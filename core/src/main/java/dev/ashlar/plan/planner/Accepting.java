package dev.ashlar.plan.planner;

import dev.ashlar.plan.object.Decision;
import dev.ashlar.plan.object.DriftAcceptance;
import dev.ashlar.plan.object.ObjectInputs;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.Optional;

/** A plan that records drift as wanted: no call, only the record changes. */
final class Accepting {
  private Accepting() {}

  static NodeResult plan(Groundwork ground) {
    AsApplied applied = new AsApplied(ground);
    NodeResult.Parts parts = new NodeResult.Parts();
    for (StateObject object : ground.request().state().current().values()) {
      Optional<ObjectInputs> in = applied.inputs(object);
      if (in.isEmpty() || !ground.selection().includes(object.id().address())) {
        continue;
      }
      Decision decision = DriftAcceptance.decide(in.get());
      if (decision instanceof Decision.Asking asking) {
        parts.atLeast(Standing.WAITING);
        parts.questions.addAll(asking.questions());
      } else if (decision instanceof Decision.Decided decided) {
        parts.changes.addAll(decided.changes());
        parts.diagnostics.addAll(decided.diagnostics());
        parts.unchanged += decided.changes().isEmpty() ? 1 : 0;
      }
    }
    return parts.result(Value.NULL);
  }
}
