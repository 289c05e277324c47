package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Bindings;
import dev.ashlar.graph.Node;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.instance.Condition;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.StateObject.StoredLifecycle;
import java.util.List;
import java.util.Optional;

/** How objects are treated: as their declaration says now, else as it said last. */
final class Lifecycles {
  private Lifecycles() {}

  /**
   * How an object is treated.
   *
   * @param lifecycle the life cycle
   * @param diagnostics what is wrong with it
   */
  record Treated(StoredLifecycle lifecycle, List<Diagnostic> diagnostics) {}

  static Treated of(Node.ResourceNode node, Bindings bindings, Optional<Recorded> recorded) {
    Lifecycle declared = node.declaration().lifecycle();
    Condition prevent =
        node.preventDestroy().map(term -> Condition.of(term, bindings)).orElse(Condition.FALSE);
    List<Diagnostic> diagnostics =
        prevent.state() == Condition.State.UNKNOWN ? List.of(unknown(node)) : prevent.diagnostics();
    boolean createFirst =
        declared
            .createBeforeDestroy()
            .or(() -> recorded.map(r -> r.original().lifecycle().createBeforeDestroy()))
            .orElse(false);
    return new Treated(
        shared(
            new StoredLifecycle(
                prevent.state() != Condition.State.FALSE,
                createFirst,
                declared.onRemove(),
                declared.ownership()),
            recorded),
        diagnostics);
  }

  /** The recorded one, where nothing is different: a plan holds it many times. */
  private static StoredLifecycle shared(StoredLifecycle wanted, Optional<Recorded> recorded) {
    StoredLifecycle usual =
        recorded.isPresent() ? recorded.get().original().lifecycle() : StoredLifecycle.DEFAULT;
    return usual.equals(wanted) ? usual : wanted;
  }

  private static Diagnostic unknown(Node.ResourceNode node) {
    return Diagnostic.of(
            PlanProblems.UNKNOWN,
            "lifecycle.preventDestroy of \""
                + node.declaration().name()
                + "\" depends on something that only applying will tell.")
        .at(
            node.declaration()
                .lifecycle()
                .preventDestroy()
                .map(term -> term.place().start())
                .orElse(node.declaration().place().start()));
  }

  /** That a deletion is refused. */
  static Diagnostic refusal(Change removal) {
    return Diagnostic.of(
            PlanProblems.PREVENTED,
            "\""
                + removal.address()
                + "\" would be deleted ("
                + removal.reason().kind().text()
                + "), and lifecycle.preventDestroy refuses that. Keep its declaration, or take"
                + " preventDestroy away first.")
        .on(removal.address())
        .at(removal.location().orElse(null))
        .canvas(removal.canvas().orElse(null));
  }
}
