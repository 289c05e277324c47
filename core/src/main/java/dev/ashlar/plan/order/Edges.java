package dev.ashlar.plan.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which change waits for which, by id. A soft wish gives way where it would close a circle. */
final class Edges {
  private final Map<String, List<String>> shared = new HashMap<>();
  private final Map<String, Set<String>> own = new HashMap<>();
  private final Map<String, Set<String>> soft = new HashMap<>();

  /** Many changes wait for the same: the list is kept once. */
  void share(String change, List<String> others) {
    shared.put(change, others);
  }

  void add(String change, String other) {
    if (!change.equals(other)) {
      own.computeIfAbsent(change, id -> new LinkedHashSet<>()).add(other);
    }
  }

  void addAll(String change, Collection<String> others) {
    others.forEach(other -> add(change, other));
  }

  void wish(String change, String other) {
    if (!change.equals(other)) {
      soft.computeIfAbsent(change, id -> new LinkedHashSet<>()).add(other);
    }
  }

  /** Lets go of a wish; tells whether there was one. */
  boolean letGo(String change, String other) {
    Set<String> wishes = soft.get(change);
    return wishes != null && wishes.remove(other);
  }

  /** All that a change waits for. */
  List<String> of(String change) {
    List<String> common = shared.getOrDefault(change, List.of());
    Set<String> extra = own.getOrDefault(change, Set.of());
    Set<String> wishes = soft.getOrDefault(change, Set.of());
    if (extra.isEmpty() && wishes.isEmpty()) {
      return common;
    }
    Set<String> all = new LinkedHashSet<>(common);
    all.addAll(extra);
    all.addAll(wishes);
    all.remove(change);
    return new ArrayList<>(all);
  }
}
