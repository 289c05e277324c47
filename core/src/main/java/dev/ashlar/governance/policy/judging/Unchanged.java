package dev.ashlar.governance.policy.judging;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a plan leaves as it is, as changes that change nothing. */
public final class Unchanged {
  private Unchanged() {}

  /** One for each recorded object that no change of the plan is about. */
  public static List<Change> of(Plan plan, State state) {
    Set<Address> changed = new HashSet<>();
    for (Change change : plan.changes()) {
      changed.add(change.address());
      change.from().ifPresent(changed::add);
    }
    List<Change> unchanged = new ArrayList<>();
    for (StateObject object : state.current().values()) {
      if (!changed.contains(object.id().address())) {
        unchanged.add(
            Change.builder(object.id(), object.type(), Action.NO_OP)
                .prior(object.id())
                .identity(object.identity())
                .home(object.home())
                .schema(object.schema())
                .declared(object.values().declared())
                .planned(object.values().effective())
                .outputs(object.values().outputs())
                .lifecycle(object.lifecycle())
                .dependencies(object.dependencies())
                .canvas(object.canvas())
                .build());
      }
    }
    return unchanged;
  }
}
