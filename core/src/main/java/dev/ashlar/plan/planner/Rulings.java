package dev.ashlar.plan.planner;

import dev.ashlar.value.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was settled of single objects by a look at the whole plan: it is planned again with that.
 *
 * @param held objects that must not be touched in this round, and what they wait for
 * @param replaced objects that are replaced for certain, though only applying would tell
 * @param decisive whether nothing at all is left undecided
 */
record Rulings(Map<Address, List<String>> held, Set<Address> replaced, boolean decisive) {
  /** Nothing was settled yet. */
  static final Rulings NONE = new Rulings(Map.of(), Set.of(), false);

  /** Nothing is left undecided, for nothing could be done first. */
  static final Rulings DECISIVE = new Rulings(Map.of(), Set.of(), true);

  /** Whether an object is replaced where only applying would tell. */
  boolean replaces(Address address) {
    return decisive || replaced.contains(address);
  }

  /** Whether this settles all of that. */
  boolean covers(Map<Address, List<String>> hold, Set<Address> replace) {
    return held.keySet().containsAll(hold.keySet()) && replaced.containsAll(replace);
  }

  /** The names of what is settled in another way than there; empty where that is everything. */
  Optional<Set<String>> differing(Rulings other) {
    if (decisive != other.decisive) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    for (Address address : held.keySet()) {
      if (!Objects.equals(held.get(address), other.held.get(address))) {
        names.add(address.declaration().toString());
      }
    }
    for (Address address : other.held.keySet()) {
      if (!held.containsKey(address)) {
        names.add(address.declaration().toString());
      }
    }
    for (Address address : replaced) {
      if (!other.replaced.contains(address)) {
        names.add(address.declaration().toString());
      }
    }
    for (Address address : other.replaced) {
      if (!replaced.contains(address)) {
        names.add(address.declaration().toString());
      }
    }
    return Optional.of(names);
  }

  /** This, and that. */
  Rulings and(Map<Address, List<String>> hold, Set<Address> replace) {
    Map<Address, List<String>> allHeld = new TreeMap<>(held);
    hold.forEach(allHeld::putIfAbsent);
    Set<Address> allReplaced = new HashSet<>(replaced);
    allReplaced.addAll(replace);
    return new Rulings(allHeld, allReplaced, decisive);
  }
}
