package dev.ashlar.plan.planner;

import dev.ashlar.graph.Graph;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a plan follows from. The same request gives the same plan, on any machine.
 *
 * @param graph what is declared
 * @param state what is recorded
 * @param mode what to plan for
 * @param imports the outputs of other environments, by the import's name
 * @param observations what was seen of the outside
 * @param follows the digest of the plan that this one follows, in a sequence of rounds
 * @param facts what the providers say of themselves
 * @param former for a rollback: what was recorded when it was as it is to be again
 */
public record PlanRequest(
    Graph graph,
    State state,
    PlanMode mode,
    Map<String, Value.MapValue> imports,
    Observations observations,
    Optional<String> follows,
    PlanFacts facts,
    Optional<State> former) {
  /** Copies the map. */
  public PlanRequest {
    imports = Map.copyOf(imports);
  }

  /** Of a plan that is no rollback. */
  public PlanRequest(
      Graph graph,
      State state,
      PlanMode mode,
      Map<String, Value.MapValue> imports,
      Observations observations,
      Optional<String> follows,
      PlanFacts facts) {
    this(graph, state, mode, imports, observations, follows, facts, Optional.empty());
  }

  /** The same, with more answers: the next step. */
  public PlanRequest with(Observations answers) {
    return new PlanRequest(graph, state, mode, imports, answers, follows, facts, former);
  }

  /** The same, leading back to what was recorded before. */
  public PlanRequest backTo(State before) {
    return new PlanRequest(
        graph, state, mode, imports, observations, follows, facts, Optional.of(before));
  }
}
