package dev.ashlar.plan.order;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds changes by what they make, change and remove. */
final class ChangeIndex {
  private final Map<String, List<String>> made = new LinkedHashMap<>();
  private final Map<Address, List<Change>> forward = new HashMap<>();
  private final Map<ObjectId, Change> removals = new HashMap<>();
  private final Map<ObjectId, Change> makings = new HashMap<>();

  ChangeIndex(Collection<Change> changes) {
    for (Change change : changes) {
      if (change.action() == Action.DELETE) {
        removals.put(change.object(), change);
      } else if (forward(change)) {
        add(made, change.address().declaration().toString(), change.id());
        add(forward, change.address(), change);
        if (change.order().isPresent()) {
          change.prior().ifPresent(prior -> makings.put(prior, change));
        }
      }
    }
  }

  /** Most lists have one item. */
  private static <K, V> void add(Map<K, List<V>> lists, K key, V item) {
    List<V> there = lists.get(key);
    if (there == null) {
      lists.put(key, List.of(item));
    } else if (there.size() == 1) {
      List<V> more = new ArrayList<>(there);
      more.add(item);
      lists.put(key, more);
    } else {
      there.add(item);
    }
  }

  /** Whether a change makes an object, or one that is there, what it is to be. */
  static boolean forward(Change change) {
    return switch (change.action()) {
      case DELETE, FORGET, DEFERRED, NO_OP -> false;
      default -> true;
    };
  }

  /** The declarations with such changes. */
  Set<String> names() {
    return made.keySet();
  }

  /** The ids of all such changes of a declaration. */
  List<String> made(String declaration) {
    return made.getOrDefault(declaration, List.of());
  }

  /** The ids of those at the same address that come before: the move, the adoption. */
  List<String> before(Change change) {
    List<Change> all = forward.getOrDefault(change.address(), List.of());
    if (all.size() <= 1) {
      return List.of();
    }
    List<String> before = new ArrayList<>();
    for (Change other : all) {
      if (other.id().equals(change.id())) {
        break;
      }
      before.add(other.id());
    }
    return before;
  }

  /** The deletion that belongs to a replacement. */
  Optional<Change> removalOf(Change make) {
    return make.order().isPresent() ? make.prior().flatMap(this::removalOf) : Optional.empty();
  }

  /** The deletion of an object. */
  Optional<Change> removalOf(ObjectId object) {
    return Optional.ofNullable(removals.get(object));
  }

  /** The making that a deletion belongs to. */
  Optional<Change> makingOf(Change removal) {
    return Optional.ofNullable(makings.get(removal.object()));
  }

  /** The ids of changes after which an object does not use any more what it used before. */
  List<String> changing(StateObject object) {
    if (object.deposed()) {
      return List.of();
    }
    return forward.getOrDefault(object.id().address(), List.of()).stream()
        .filter(change -> change.order().filter(ReplaceOrder.DELETE_THEN_CREATE::equals).isEmpty())
        .map(Change::id)
        .toList();
  }
}
