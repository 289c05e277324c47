package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Which objects a rollback is about, by what depends on what in the former state and in the one
 * that there is: all of them, or the targets with what they depend on, without what is excluded and
 * what depends on that.
 */
final class Extent {
  private final PlanMode mode;
  private final Map<String, Set<String>> below = new HashMap<>();
  private final Map<String, Set<String>> above = new HashMap<>();
  private final Set<Address> known = new TreeSet<>();
  private final Set<String> targets;
  private final Set<String> excluded;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Extent(PlanMode mode, State former, State current) {
    this.mode = mode;
    former.current().values().forEach(this::add);
    current.current().values().forEach(this::add);
    this.targets = reach(mode.targets(), below);
    this.excluded = reach(mode.excluded(), above);
    mode.targets().forEach(this::check);
    mode.excluded().forEach(this::check);
  }

  static Extent of(PlanMode mode, State former, State current) {
    return new Extent(mode, former, current);
  }

  private void add(StateObject object) {
    String name = object.id().address().declaration().toString();
    known.add(object.id().address());
    BiConsumer<String, String> edge =
        (user, used) -> {
          below.computeIfAbsent(user, any -> new HashSet<>()).add(used);
          above.computeIfAbsent(used, any -> new HashSet<>()).add(user);
        };
    object.dependencies().forEach(used -> edge.accept(name, Restoration.declaration(used)));
  }

  /** The names that others lead to, without those that are named themselves. */
  private static Set<String> reach(Set<Address> from, Map<String, Set<String>> edges) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    from.forEach(address -> open.add(address.declaration().toString()));
    while (!open.isEmpty()) {
      for (String next : edges.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private void check(Address address) {
    boolean there =
        known.stream().anyMatch(each -> each.equals(address) || each.declaration().equals(address));
    if (!there) {
      Set<String> names = new TreeSet<>();
      known.forEach(each -> names.add(each.toString()));
      diagnostics.add(
          Diagnostic.of(
                  PlanProblems.UNKNOWN_ADDRESS,
                  "\""
                      + address
                      + "\" is recorded neither now nor in the state that is to be restored."
                      + Suggestion.sentence(address.toString(), names))
              .on(address));
    }
  }

  /** Whether it is about all objects. */
  boolean everything() {
    return mode.targets().isEmpty() && mode.excluded().isEmpty();
  }

  /** Whether it is about this object. */
  boolean includes(Address address) {
    String name = address.declaration().toString();
    boolean in =
        mode.targets().isEmpty() || targets.contains(name) || named(mode.targets(), address);
    return in && !excluded.contains(name) && !named(mode.excluded(), address);
  }

  private static boolean named(Set<Address> addresses, Address address) {
    return addresses.contains(address) || addresses.contains(address.declaration());
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
