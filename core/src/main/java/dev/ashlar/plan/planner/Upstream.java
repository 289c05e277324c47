package dev.ashlar.plan.planner;

import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.ReplaceOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the results of all that a declaration depends on mean for it.
 *
 * @param standing the least planned of them
 * @param deferred the names of those that are deferred
 * @param replaced whether one of them is deleted before it is made anew
 */
record Upstream(Standing standing, List<String> deferred, boolean replaced) {
  static final Upstream NOTHING = new Upstream(Standing.SETTLED, List.of(), false);

  Upstream with(NodeId id, NodeResult result, Set<String> below) {
    Standing worst = result.standing().compareTo(standing) > 0 ? result.standing() : standing;
    if (result.standing() != Standing.DEFERRED) {
      return new Upstream(worst, deferred, replaced);
    }
    List<String> names = new ArrayList<>(deferred);
    boolean named = id.kind() == NodeId.Kind.RESOURCE || id.kind() == NodeId.Kind.LOOKUP;
    if (named) {
      names.add(id.name());
    } else {
      names.addAll(below);
    }
    return new Upstream(worst, names.stream().distinct().sorted().toList(), replaced);
  }

  Upstream below(Set<String> names, Predicate<String> goesFirst) {
    return new Upstream(standing, deferred, names.stream().anyMatch(goesFirst));
  }

  /** Whether an object of a declaration is deleted before it is made anew. */
  static boolean goesFirst(NodeResult result) {
    for (Change change : result.changes()) {
      if (change.action() == Action.REPLACE
          && change.order().filter(ReplaceOrder.DELETE_THEN_CREATE::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
