package dev.ashlar.plan.planner;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of what is made that it cannot be undone where something uses it which cannot be undone
 * either: a rollback leaves both.
 */
final class Lasting {
  private Lasting() {}

  static List<Change> mark(List<Change> changes) {
    Map<String, String> users = new HashMap<>();
    changes.forEach(change -> use(change, users));
    if (users.isEmpty()) {
      return changes;
    }
    List<Change> all = changes;
    int before = -1;
    while (before != users.size()) {
      before = users.size();
      List<Change> marked = new ArrayList<>(all.size());
      for (Change change : all) {
        Change next = marked(change, users);
        use(next, users);
        marked.add(next);
      }
      all = marked;
    }
    return all;
  }

  private static void use(Change change, Map<String, String> users) {
    if (isMade(change) && change.compensation() instanceof Compensation.None) {
      change.dependencies().forEach(name -> users.putIfAbsent(name, change.address().toString()));
    }
  }

  private static boolean isMade(Change change) {
    return change.action() == Action.CREATE;
  }

  private static Change marked(Change change, Map<String, String> users) {
    String user = users.get(change.address().toString());
    user = user == null ? users.get(change.address().declaration().toString()) : user;
    return user == null || !isMade(change) || change.compensation() instanceof Compensation.None
        ? change
        : change.toBuilder()
            .compensation(
                new Compensation.None("\"" + user + "\" uses it, and cannot be undone either"))
            .build();
  }
}
