package dev.ashlar.execution.run;

import dev.ashlar.execution.readiness.Readiness;
import dev.ashlar.execution.readiness.Standing;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a driver walks.
 *
 * @param recovering whether it ends what was begun, and begins nothing
 * @param leavesOpen whether a run that was recovered stays open
 * @param done ids of changes that an interrupted run of the plan has made
 */
record Course(boolean recovering, boolean leavesOpen, Set<String> done) {
  /** From the beginning. */
  static final Course NEW = new Course(false, false, Set.of());

  /** Ends what was begun, and the run with it. */
  static final Course RECOVERY = new Course(true, false, Set.of());

  /** Ends what was begun; somebody goes on with the run. */
  static final Course RECOVERY_LEFT_OPEN = new Course(true, true, Set.of());

  /** After an interruption. What was only looked at is nowhere recorded, and is looked at again. */
  static Course after(Plan plan, State state) {
    Set<String> done = new HashSet<>();
    for (Change change : plan.changes()) {
      if (change.action() != Action.READ && state.ended().done().contains(change.id())) {
        done.add(change.id());
      }
    }
    return new Course(false, false, Set.copyOf(done));
  }

  Readiness readiness(Plan plan) {
    if (done.isEmpty()) {
      return Readiness.of(plan.changes(), plan.onFailure());
    }
    SortedMap<String, Standing.Stage> stages = new TreeMap<>();
    done.forEach(id -> stages.put(id, Standing.Stage.DONE));
    return Readiness.resume(plan.changes(), plan.onFailure(), new Standing(stages, false));
  }
}
