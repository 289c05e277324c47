package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.order.Clashes;
import dev.ashlar.plan.order.InUse;
import dev.ashlar.plan.order.Ordering;
import dev.ashlar.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes plans, one pure step after the other: from what is declared, recorded and seen follows a
 * plan, or the questions that must be answered first. Keeps nothing between steps; safe for every
 * thread.
 */
public final class Planner {

  /** A plan, or questions. */
  public PlanStep plan(PlanRequest request) {
    return step(request, new Kept());
  }

  /** The same, with what stayed from the step before. */
  static PlanStep step(PlanRequest request, Kept kept) {
    Groundwork ground = kept.begin(request);
    Draft draft = Drafting.draft(kept, ground);
    return draft.questions().isEmpty()
        ? new PlanStep.Planned(assemble(kept, ground, draft))
        : new PlanStep.Asking(new ArrayList<>(draft.questions()));
  }

  /**
   * What evaluating needs of a graph of which nothing is planned: the configurations of its
   * providers.
   */
  public static PlanContext context(PlanRequest request) {
    return Contexts.of(
        new Groundwork(request, null),
        ScopeValue.of(request.graph().scope().record()),
        Results.NONE);
  }

  private static Plan assemble(Kept kept, Groundwork ground, Draft draft) {
    PlanRequest request = ground.request();
    Ordering.Ordered ordered =
        kept.arrangement()
            .order(
                draft.changes(),
                ground.reach(),
                () ->
                    Ordering.order(
                        draft.changes(),
                        name ->
                            draft
                                .restoration()
                                .map(restoration -> restoration.below(name))
                                .orElseGet(() -> ground.reach().of(node(request, name))),
                        kept.dependants()));
    List<Diagnostic> diagnostics = new ArrayList<>(draft.diagnostics());
    diagnostics.addAll(ordered.diagnostics());
    diagnostics.addAll(
        Clashes.in(ordered.changes(), type -> request.facts().catalog().schema(type)));
    diagnostics.addAll(
        InUse.in(
            ordered.changes(), kept.dependants(), type -> request.facts().catalog().schema(type)));
    diagnostics.addAll(Claims.in(ordered.changes(), request));
    Plan plan =
        Plan.builder(request.graph().environment().id(), request.state().serial())
            .follows(request.follows())
            .changes(ordered.changes())
            .unchanged(draft.unchanged())
            .outputs(draft.outputs().changes())
            .diagnostics(diagnostics.stream().distinct().toList())
            .origin(Origins.of(request, ""))
            .onFailure(onFailure(request))
            .lineage(Optional.of(request.state().lineage()).filter(known -> !known.isEmpty()))
            .restores(
                request
                    .former()
                    .map(State::serial)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty()))
            .context(context(kept, ground, draft))
            .build();
    if (plan.hasErrors()) {
      return plan;
    }
    Plan observed = plan.toBuilder().observations(kept.observations(draft.results())).build();
    String digest = kept.arrangement().digest(observed);
    return observed.toBuilder().digest(digest).origin(Origins.of(request, digest)).build();
  }

  /** A rollback that fails stops: it is gone on with, and never undone by itself. */
  private static Environment.OnFailure onFailure(PlanRequest request) {
    return request.mode().purpose() == PlanMode.Purpose.ROLLBACK
        ? Environment.OnFailure.STOP
        : request.graph().environment().onFailure();
  }

  private static PlanContext context(Kept kept, Groundwork ground, Draft draft) {
    ScopeRecord scope = ground.request().graph().scope().record();
    PlanContext context = Contexts.of(ground, kept.scope(scope), draft.results());
    return draft.restoration().map(restoration -> restoration.in(context, scope)).orElse(context);
  }

  private static NodeId node(PlanRequest request, String name) {
    NodeId resource = new NodeId(NodeId.Kind.RESOURCE, name);
    return request.graph().nodes().containsKey(resource)
        ? resource
        : new NodeId(NodeId.Kind.LOOKUP, name);
  }
}
