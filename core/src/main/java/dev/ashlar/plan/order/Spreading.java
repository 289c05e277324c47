package dev.ashlar.plan.order;

import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.StateObject.StoredLifecycle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An object that is replaced by making the new one first needs its dependencies' new ones before
 * that: they are replaced in the same order, whatever they say themselves.
 */
final class Spreading {
  private Spreading() {}

  /**
   * The changes, with the order of replacements as it must be.
   *
   * @param below the names that a declaration depends on
   */
  static List<Change> spread(List<Change> changes, Function<String, Set<String>> below) {
    Set<String> first = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (Change change : changes) {
      if (createsFirst(change) && first.add(name(change))) {
        open.add(name(change));
      }
    }
    if (open.isEmpty()) {
      return changes;
    }
    Map<String, Set<String>> recorded = recorded(changes);
    Set<String> dependencies = new HashSet<>();
    while (!open.isEmpty()) {
      String user = open.remove();
      Set<String> used = new TreeSet<>(below.apply(user));
      used.addAll(recorded.getOrDefault(user, Set.of()));
      for (String name : used) {
        if (dependencies.add(name)) {
          open.add(name);
        }
      }
    }
    List<Change> all = new ArrayList<>(changes.size());
    for (Change change : changes) {
      boolean turns =
          change.order().isPresent()
              && !createsFirst(change)
              && dependencies.contains(name(change));
      all.add(turns ? turned(change) : change);
    }
    return all;
  }

  /** What replaced objects used until now: the old ones are there when the new ones are made. */
  private static Map<String, Set<String>> recorded(List<Change> changes) {
    Map<String, Set<String>> recorded = new HashMap<>();
    for (Change change : changes) {
      if (change.reason().kind() == Reason.Kind.REPLACED) {
        recorded
            .computeIfAbsent(name(change), key -> new TreeSet<>())
            .addAll(change.dependencies());
      }
    }
    return recorded;
  }

  static boolean createsFirst(Change change) {
    return change.order().filter(ReplaceOrder.CREATE_THEN_DELETE::equals).isPresent();
  }

  private static String name(Change change) {
    return change.address().declaration().toString();
  }

  private static Change turned(Change change) {
    StoredLifecycle own = change.lifecycle();
    return change.toBuilder()
        .order(ReplaceOrder.CREATE_THEN_DELETE)
        .lifecycle(new StoredLifecycle(own.preventDestroy(), true, own.onRemove(), own.ownership()))
        .build();
  }
}
