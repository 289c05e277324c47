package dev.ashlar.plan.planner;

import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps what deferred objects still use. Objects that exist where something is deferred, and what
 * they depend on, are not deleted in this round; a replacement that would delete one first is
 * deferred as well.
 */
final class Withheld {
  private final Groundwork ground;
  private final Set<ObjectId> used = new HashSet<>();
  private final Set<String> waiting = new HashSet<>();

  private Withheld(Groundwork ground) {
    this.ground = ground;
  }

  /**
   * What is left of the changes, and what must be deferred besides.
   *
   * @param changes the changes without deletions that must wait
   * @param hold addresses to plan again without touching them, and what they wait for
   */
  record Remaining(List<Change> changes, Map<Address, List<String>> hold) {}

  static Remaining withhold(Groundwork ground, List<Change> changes) {
    Withheld withheld = new Withheld(ground);
    Map<Address, List<String>> hold = Undecided.chained(ground, changes);
    List<Change> deferred =
        changes.stream().filter(change -> change.action() == Action.DEFERRED).toList();
    if (deferred.isEmpty()) {
      return new Remaining(changes, hold);
    }
    withheld.use(deferred);
    return withheld.remaining(changes, hold);
  }

  /** Everything that objects of deferred declarations are, or depend on. */
  private void use(List<Change> deferred) {
    Map<String, List<StateObject>> byName = byName();
    for (Change change : deferred) {
      String name = change.address().declaration().toString();
      if (waiting.add(name)) {
        for (StateObject object : byName.getOrDefault(name, List.of())) {
          used.add(object.id());
          object
              .dependencies()
              .forEach(
                  dependency ->
                      byName
                          .getOrDefault(dependency, List.of())
                          .forEach(other -> used.add(other.id())));
        }
      }
    }
  }

  /** By address, and by the address of the whole; the deposed ones are what is still used. */
  private Map<String, List<StateObject>> byName() {
    Map<String, List<StateObject>> byName = new HashMap<>();
    Collection<StateObject> objects = ground.request().state().objects();
    for (StateObject object : objects) {
      Address address = object.id().address();
      byName.computeIfAbsent(address.toString(), name -> new ArrayList<>()).add(object);
      if (address.key().isPresent()) {
        byName
            .computeIfAbsent(address.declaration().toString(), name -> new ArrayList<>())
            .add(object);
      }
    }
    return byName;
  }

  private Remaining remaining(List<Change> changes, Map<Address, List<String>> hold) {
    List<Change> left = new ArrayList<>();
    for (Change change : changes) {
      if (change.action() != Action.DELETE || !used.contains(original(change))) {
        left.add(change);
      } else if (change.reason().kind() != Reason.Kind.REPLACED) {
        left.add(Deferring.instead(change, waits()));
      } else if (deletedFirst(changes, change)) {
        hold.putIfAbsent(change.address(), waiting.stream().sorted().toList());
      }
    }
    return new Remaining(left, hold);
  }

  private ObjectId original(Change removal) {
    return Optional.ofNullable(ground.moves().current().get(removal.address()))
        .filter(recorded -> recorded.id().equals(removal.object()))
        .map(Recorded::original)
        .map(StateObject::id)
        .orElse(removal.object());
  }

  private static boolean deletedFirst(List<Change> changes, Change removal) {
    return changes.stream()
        .anyMatch(
            make ->
                make.prior().filter(removal.object()::equals).isPresent()
                    && make.order().filter(ReplaceOrder.DELETE_THEN_CREATE::equals).isPresent());
  }

  private Reason waits() {
    return new Reason(Reason.Kind.WAITS, List.of(), waiting.stream().sorted().toList());
  }

  /** Finds replacements that are undecided and decide others. */
  static final class Undecided {
    private Undecided() {}

    /**
     * An object that may be deleted first, and whose dependants may be replaced for what it turns
     * out to be, cannot be decided in one round: its deletion would wait for theirs, and theirs for
     * its making.
     */
    static Map<Address, List<String>> chained(Groundwork ground, List<Change> changes) {
      Map<String, List<Change>> open = new HashMap<>();
      for (Change change : changes) {
        if (change.action() == Action.REPLACE_IF_CHANGED) {
          open.computeIfAbsent(change.address().declaration().toString(), name -> new ArrayList<>())
              .add(change);
        }
      }
      Map<Address, List<String>> chained = new TreeMap<>();
      for (String name : new TreeSet<>(open.keySet())) {
        for (String below : ground.reach().of(new NodeId(NodeId.Kind.RESOURCE, name))) {
          open.getOrDefault(below, List.of()).stream()
              .filter(
                  change ->
                      change.order().filter(ReplaceOrder.DELETE_THEN_CREATE::equals).isPresent())
              .forEach(
                  change ->
                      chained
                          .computeIfAbsent(change.address(), address -> new ArrayList<>())
                          .add(name));
        }
      }
      return chained;
    }
  }
}
