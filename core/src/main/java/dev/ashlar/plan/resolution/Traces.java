package dev.ashlar.plan.resolution;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a plan leaves its traces: there what was seen while planning is out of date.
 *
 * @param touched addresses whose objects are made or changed
 * @param gone addresses whose objects are not there for anybody any more, though they may be
 *     deleted only after everything else
 */
record Traces(Set<String> touched, Set<String> gone) {

  static Traces of(Plan plan) {
    Set<String> touched = new HashSet<>();
    Set<String> gone = new HashSet<>();
    for (Change change : plan.changes()) {
      boolean removes =
          switch (change.action()) {
            case DELETE, FORGET, DEFERRED -> true;
            default -> false;
          };
      (removes ? gone : touched).add(change.address().toString());
    }
    gone.removeAll(touched);
    Set<String> changed = new HashSet<>();
    for (Change change : plan.changes()) {
      if (change.action().mutates() || change.action() == Action.ADOPT) {
        changed.add(change.address().toString());
      }
    }
    return new Traces(changed, gone);
  }
}
