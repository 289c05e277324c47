package dev.ashlar.execution.readiness;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes of a plan as a graph of small numbers: who waits for whom, and how long the longest
 * chain behind each is. Immutable. What is deferred is no part of it.
 */
final class Walk {
  private final List<String> ids;
  private final Map<String, Integer> numbers;
  private final List<int[]> dependants;
  private final int[] followers;
  private final List<String> lanes;
  private final int[] dependencies;
  private final int[] heights;

  private Walk(Draft draft) {
    ids = List.copyOf(draft.ids);
    numbers = draft.numbers;
    lanes = List.copyOf(draft.lanes);
    followers = draft.followers.stream().mapToInt(Integer::intValue).toArray();
    dependencies = draft.counts.stream().mapToInt(Integer::intValue).toArray();
    dependants =
        draft.dependants.stream()
            .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    heights = heights(dependants);
  }

  /** A walk that is being put together. */
  private static final class Draft {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> lanes = new ArrayList<>();
    private final List<List<Integer>> dependants = new ArrayList<>();
    private final List<Integer> followers = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final Map<Address, Integer> latest = new HashMap<>();

    private void add(Change change) {
      int number = ids.size();
      Set<Integer> before = new LinkedHashSet<>();
      for (String dependency : change.dependsOn()) {
        Integer known = numbers.get(dependency);
        if (known == null) {
          throw new IllegalArgumentException(
              change.id() + " depends on " + dependency + ", which does not stand before it");
        }
        if (known >= 0) {
          before.add(known);
        }
      }
      boolean deferred = change.action() == Action.DEFERRED;
      if (numbers.put(change.id(), deferred ? -1 : number) != null) {
        throw new IllegalArgumentException("there are two changes " + change.id());
      }
      if (!deferred) {
        ids.add(change.id());
        lanes.add(change.home().provider());
        dependants.add(new ArrayList<>());
        followers.add(-1);
        counts.add(before.size());
        before.forEach(each -> dependants.get(each).add(number));
        follow(change.address(), number, before);
      }
    }

    /** Two changes at one address never go on at once: the later waits for the earlier one. */
    private void follow(Address address, int number, Set<Integer> before) {
      Integer earlier = latest.put(address, number);
      if (earlier != null && !before.contains(earlier)) {
        followers.set(earlier, number);
        counts.set(number, counts.get(number) + 1);
      }
    }
  }

  /**
   * Of a plan's changes, each after all that it depends on.
   *
   * @throws IllegalArgumentException if one depends on something that is not before it
   */
  static Walk over(List<Change> changes) {
    Draft draft = new Draft();
    changes.forEach(draft::add);
    return new Walk(draft);
  }

  private static int[] heights(List<int[]> dependants) {
    int[] heights = new int[dependants.size()];
    for (int i = heights.length - 1; i >= 0; i--) {
      for (int dependant : dependants.get(i)) {
        heights[i] = Math.max(heights[i], heights[dependant] + 1);
      }
    }
    return heights;
  }

  int size() {
    return ids.size();
  }

  String id(int number) {
    return ids.get(number);
  }

  int number(String id) {
    Integer number = numbers.get(id);
    if (number == null || number < 0) {
      throw new IllegalArgumentException("no such change: " + id);
    }
    return number;
  }

  int[] dependants(int number) {
    return dependants.get(number);
  }

  /** The change that waits only for the end of this one, whatever the end; -1 for none. */
  int follower(int number) {
    return followers[number];
  }

  /** What a change takes its turn in: its provider. */
  String lane(int number) {
    return lanes.get(number);
  }

  /** How many changes each waits for; a copy to count down. */
  int[] dependencies() {
    return Arrays.copyOf(dependencies, dependencies.length);
  }

  /** How many changes the longest chain behind this one has. */
  int height(int number) {
    return heights[number];
  }
}
