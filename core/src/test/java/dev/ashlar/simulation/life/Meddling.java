package dev.ashlar.simulation.life;

import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Others change, between plan and apply, what the plan is about to change. */
final class Meddling {
  private static final Value THEIRS = Value.of(777);

  private final MemoryCloud cloud;
  private final Plan plan;
  private final Map<String, Change> done = new LinkedHashMap<>();

  Meddling(MemoryCloud cloud, Plan plan) {
    this.cloud = cloud;
    this.plan = plan;
  }

  void with(String address) {
    for (Change change : plan.changes()) {
      boolean touches =
          change.attributes().stream().anyMatch(each -> each.path().toString().equals("Size"));
      if (change.action() == Action.UPDATE
          && touches
          && change.address().toString().equals(address)) {
        change
            .identity()
            .filter(id -> cloud.object(change.type(), id).isPresent())
            .ifPresent(
                id -> {
                  cloud.tamper(change.type(), id, old -> old.with("Size", THEIRS));
                  done.put(id, change);
                });
      }
    }
  }

  /**
   * A plan that was made before overwrites nothing of it; nor does undoing it, unless what the
   * object uses was made anew: then it is given all that was declared before.
   */
  void respected(Outcome outcome) {
    done.forEach(
        (id, change) ->
            cloud
                .object(change.type(), id)
                .filter(object -> !object.properties().get("Size").equals(THEIRS))
                .filter(object -> !usesWhatWasMadeAnew(change, outcome))
                .ifPresent(
                    object -> {
                      throw new AssertionError("what others changed is overwritten: " + object);
                    }));
  }

  private static boolean usesWhatWasMadeAnew(Change change, Outcome outcome) {
    return outcome.rollback().stream()
        .flatMap(undone -> undone.recreated().stream())
        .anyMatch(address -> change.dependencies().contains(address.toString()));
  }
}
