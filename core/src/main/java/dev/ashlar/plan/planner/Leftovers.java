package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.object.Removing;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects that are recorded and that no declaration stands for. */
final class Leftovers {
  private final Groundwork ground;
  private final List<Change> changes = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Leftovers(Groundwork ground) {
    this.ground = ground;
  }

  /**
   * What becomes of them.
   *
   * @param changes their removals
   * @param diagnostics removals that are refused
   */
  record Removals(List<Change> changes, List<Diagnostic> diagnostics) {}

  /** Of a plan that makes things as declared. */
  static Removals of(Groundwork ground) {
    Leftovers leftovers = new Leftovers(ground);
    for (Map.Entry<Address, Recorded> entry : ground.moves().current().entrySet()) {
      NodeId node = new NodeId(NodeId.Kind.RESOURCE, entry.getKey().declaration().toString());
      if (!ground.request().graph().nodes().containsKey(node)) {
        leftovers.remove(
            entry.getValue().original(), Reason.of(Reason.Kind.REMOVED), Optional.empty());
      }
    }
    leftovers.deposed();
    return new Removals(leftovers.changes, leftovers.diagnostics);
  }

  /** Of a plan that deletes everything. */
  static Removals all(Groundwork ground) {
    Leftovers leftovers = new Leftovers(ground);
    for (Map.Entry<Address, Recorded> entry : ground.moves().current().entrySet()) {
      NodeId id = new NodeId(NodeId.Kind.RESOURCE, entry.getKey().declaration().toString());
      Optional<Node.ResourceNode> declared =
          Optional.ofNullable(ground.request().graph().nodes().get(id))
              .filter(Node.ResourceNode.class::isInstance)
              .map(Node.ResourceNode.class::cast);
      leftovers.remove(entry.getValue().original(), Reason.of(Reason.Kind.DESTROYED), declared);
    }
    leftovers.deposed();
    return new Removals(leftovers.changes, leftovers.diagnostics);
  }

  private void deposed() {
    for (StateObject object : ground.request().state().deposed().values()) {
      if (ground.selection().includes(object.id().address())) {
        changes.add(
            Removing.decide(
                ground.request().facts(),
                object.withLifecycle(StateObject.StoredLifecycle.DEFAULT),
                false,
                Reason.of(Reason.Kind.DEPOSED)));
      }
    }
  }

  private void remove(StateObject object, Reason reason, Optional<Node.ResourceNode> declared) {
    if (!ground.selection().includes(object.id().address())) {
      return;
    }
    StateObject treated =
        declared
            .map(node -> Lifecycles.of(node, ground.fromState(), Optional.of(Recorded.at(object))))
            .filter(known -> known.diagnostics().isEmpty())
            .map(known -> object.withLifecycle(known.lifecycle()))
            .orElse(object);
    Change removal =
        Removing.decide(ground.request().facts(), treated, ground.gone(object), reason);
    Change located =
        declared
            .map(
                node ->
                    removal.toBuilder()
                        .location(Optional.of(node.declaration().place().start()))
                        .build())
            .orElse(removal);
    changes.add(located);
    if (Removing.refused(located)) {
      diagnostics.add(Lifecycles.refusal(located));
    }
  }
}
