package dev.ashlar.plan.order;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.dag.Dag;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.StateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts the changes of a plan in order: each after all that it must wait for. */
public final class Ordering {
  private final Function<String, Set<String>> below;
  private final Dependants dependants;
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final ChangeIndex index;
  private final Edges edges = new Edges();
  private final Map<String, List<String>> above = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Ordering(List<Change> all, Function<String, Set<String>> below, Dependants dependants) {
    this.below = below;
    this.dependants = dependants;
    Spreading.spread(all, below).forEach(change -> changes.put(change.id(), change));
    this.index = new ChangeIndex(changes.values());
    dependantsOfCreatedFirst();
  }

  /** What must be done before the old one of two objects goes: all that uses the declaration. */
  private void dependantsOfCreatedFirst() {
    for (Change change : changes.values()) {
      if (Spreading.createsFirst(change)) {
        above.put(name(change), new ArrayList<>());
      }
    }
    if (above.isEmpty()) {
      return;
    }
    for (String user : index.names()) {
      for (String used : below.apply(user)) {
        List<String> users = above.get(used);
        if (users != null) {
          users.addAll(index.made(user));
        }
      }
    }
  }

  private static String name(Change change) {
    return change.address().declaration().toString();
  }

  /**
   * Changes in order, and what stands against it.
   *
   * @param changes each with all that it waits for, after all that it waits for
   * @param diagnostics problems
   */
  public record Ordered(List<Change> changes, List<Diagnostic> diagnostics) {}

  /**
   * Orders changes.
   *
   * @param all in the order of the graph
   * @param below the names of resources and lookups that a declaration depends on
   * @param dependants what recorded objects depended on
   */
  public static Ordered order(
      List<Change> all, Function<String, Set<String>> below, Dependants dependants) {
    return new Ordering(all, below, dependants).order();
  }

  private Ordered order() {
    Map<String, List<String>> shared = new HashMap<>();
    for (Change change : changes.values()) {
      if (change.action() == Action.DELETE) {
        deletion(change);
      } else if (ChangeIndex.forward(change)) {
        edges.share(change.id(), shared.computeIfAbsent(name(change), this::dependencies));
        edges.addAll(change.id(), index.before(change));
        replacement(change);
      }
    }
    Dag<String> dag = Dag.of(changes.keySet(), edges::of);
    List<List<String>> cycles = dag.cycles();
    while (!cycles.isEmpty() && cycles.stream().allMatch(this::loosened)) {
      dag = Dag.of(changes.keySet(), edges::of);
      cycles = dag.cycles();
    }
    return cycles.isEmpty() ? ordered(dag) : stuck(cycles);
  }

  /** What every object of a declaration waits for. */
  private List<String> dependencies(String name) {
    Set<String> names = below.apply(name);
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> one = names.size() == 1 ? index.made(names.iterator().next()) : List.of();
    if (one.size() == 1) {
      return one;
    }
    Set<String> ids = new TreeSet<>();
    names.forEach(each -> ids.addAll(index.made(each)));
    return List.copyOf(ids);
  }

  private void replacement(Change make) {
    Change removal = index.removalOf(make).orElse(null);
    if (removal == null) {
      return;
    }
    if (Spreading.createsFirst(make)) {
      edges.add(removal.id(), make.id());
      edges.addAll(removal.id(), above.getOrDefault(name(make), List.of()));
      return;
    }
    edges.add(make.id(), removal.id());
    if (make.action() == Action.REPLACE_IF_CHANGED) {
      // Whether it goes is decided before it goes: by then its values must be known.
      edges.addAll(removal.id(), edges.of(make.id()));
    }
  }

  private void deletion(Change removal) {
    boolean replaced =
        index.makingOf(removal).filter(make -> !Spreading.createsFirst(make)).isPresent();
    for (StateObject dependant : dependants.of(removal.object().address())) {
      index.removalOf(dependant.id()).ifPresent(other -> edges.add(removal.id(), other.id()));
      if (!replaced) {
        index.changing(dependant).forEach(other -> edges.wish(removal.id(), other));
      }
    }
  }

  /** Lets go of a wish in a circle; tells whether there was one. */
  private boolean loosened(List<String> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      if (edges.letGo(cycle.get(i), cycle.get((i + 1) % cycle.size()))) {
        return true;
      }
    }
    return false;
  }

  private Ordered ordered(Dag<String> dag) {
    List<Change> all = new ArrayList<>(changes.size());
    for (String id : dag.order()) {
      Change change = Objects.requireNonNull(changes.get(id));
      List<String> waits = edges.of(id);
      all.add(waits.isEmpty() ? change : change.toBuilder().dependsOn(waits).build());
    }
    return new Ordered(all, diagnostics);
  }

  private Ordered stuck(List<List<String>> cycles) {
    for (List<String> cycle : cycles) {
      Change first = Objects.requireNonNull(changes.get(cycle.get(0)));
      diagnostics.add(
          Diagnostic.of(
                  PlanProblems.ORDER,
                  "These changes wait for each other: " + String.join(", ", cycle) + ".")
              .on(first.address())
              .at(first.location().orElse(null))
              .canvas(first.canvas().orElse(null)));
    }
    return new Ordered(List.copyOf(changes.values()), diagnostics);
  }
}
