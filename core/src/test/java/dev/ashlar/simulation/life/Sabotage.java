package dev.ashlar.simulation.life;

import dev.ashlar.Workspace;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.execution.Decision;
import dev.ashlar.plan.Plan;
import dev.ashlar.simulation.scenario.Round;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A bug that is planted where an engine takes something from outside. */
public interface Sabotage {
  /** The store as the engine has it. */
  default StateStore store(StateStore store, Process process) {
    return store;
  }

  /** The cloud as the engine has it. */
  default Provider provider(Provider provider) {
    return provider;
  }

  /** The time as the engine has it. */
  default TimeSource time(Machine machine) {
    return machine;
  }

  /** The store that all processes share. */
  default StateStore records(StateStore store) {
    return store;
  }

  /** The plan as it is carried out. */
  default CompletableFuture<Plan> plan(Plan plan, Workspace workspace) {
    return CompletableFuture.completedFuture(plan);
  }

  /** How a process ends, where it is not as the scenario says: the first one applies. */
  default Optional<Machine.Fate> fate(Round round, int process) {
    return Optional.empty();
  }

  /** What a person answers. */
  default List<Decision.Answer> answers(List<Decision.Answer> truth, State records) {
    return truth;
  }
}
