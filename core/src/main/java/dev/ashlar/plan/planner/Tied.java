package dev.ashlar.plan.planner;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds undecided replacements whose old object stands on one that is deleted before it is made
 * anew. That deletion waits for theirs, and they cannot wait for what is made after it: they are
 * decided at once.
 */
final class Tied {
  private final Map<String, List<Change>> removals = new HashMap<>();
  private final Map<ObjectId, Change> byObject = new HashMap<>();
  private final Set<String> goesFirst = new HashSet<>();

  private Tied(List<Change> changes) {
    for (Change change : changes) {
      if (change.action() == Action.DELETE) {
        byObject.put(change.object(), change);
        removals.computeIfAbsent(name(change), name -> new ArrayList<>()).add(change);
      } else if (change.action() == Action.REPLACE && deletesFirst(change)) {
        goesFirst.add(name(change));
      }
    }
  }

  static Set<Address> find(List<Change> changes) {
    Tied tied = new Tied(changes);
    Set<Address> found = new HashSet<>();
    for (Change change : changes) {
      if (change.action() == Action.REPLACE_IF_CHANGED
          && deletesFirst(change)
          && tied.stands(change)) {
        found.add(change.address());
      }
    }
    return found;
  }

  private boolean stands(Change undecided) {
    Deque<Change> open = new ArrayDeque<>();
    undecided.prior().map(byObject::get).ifPresent(open::add);
    Set<ObjectId> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Change removal = open.remove();
      if (!seen.add(removal.object())) {
        continue;
      }
      for (String dependency : removal.dependencies()) {
        if (goesFirst.contains(dependency)) {
          return true;
        }
        open.addAll(removals.getOrDefault(dependency, List.of()));
      }
    }
    return false;
  }

  private static boolean deletesFirst(Change change) {
    return change.order().filter(ReplaceOrder.DELETE_THEN_CREATE::equals).isPresent()
        && change.reason().kind() != Reason.Kind.REPLACED;
  }

  private static String name(Change change) {
    return change.address().declaration().toString();
  }
}
