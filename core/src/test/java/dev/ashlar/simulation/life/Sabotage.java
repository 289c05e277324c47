package dev.ashlar.simulation.life;

import dev.ashlar.Workspace;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.execution.Decision;
import dev.ashlar.plan.Plan;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import java.util.List;

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

  /** The plan as it is carried out. */
  default Plan plan(Plan plan, Workspace workspace) {
    return plan;
  }

  /** What a person answers. */
  default List<Decision.Answer> answers(List<Decision.Answer> truth, State records) {
    return truth;
  }
}
