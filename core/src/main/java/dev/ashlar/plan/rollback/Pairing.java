package dev.ashlar.plan.rollback;

import dev.ashlar.graph.dag.Dag;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds out which object of today was which object before. What the cloud calls by the same name is
 * the same object, wherever it is recorded by now; else it is what stands at the address.
 */
public final class Pairing {
  private final State former;
  private final State current;
  private final Map<Name, StateObject> byName = new HashMap<>();

  private Pairing(State former, State current) {
    this.former = former;
    this.current = current;
    for (StateObject object : current.objects()) {
      name(object).ifPresent(name -> byName.putIfAbsent(name, object));
    }
  }

  /** What the cloud knows an object by. */
  private record Name(String provider, Value.MapValue scope, String type, String identity) {}

  private static Optional<Name> name(StateObject object) {
    return object
        .identity()
        .map(id -> new Name(object.home().provider(), object.home().scope(), object.type(), id));
  }

  /** All former objects, each after those that it depended on. */
  public static List<Former> of(State former, State current) {
    Pairing pairing = new Pairing(former, current);
    SortedMap<Address, Former> pairs = new TreeMap<>();
    former.current().forEach((address, object) -> pairs.put(address, pairing.former(object)));
    List<Former> ordered = new ArrayList<>();
    pairing.order().forEach(address -> ordered.add(pairs.get(address)));
    return ordered;
  }

  private Former former(StateObject object) {
    Address address = object.id().address();
    StateObject there = current.current().get(address);
    StateObject same = name(object).map(byName::get).orElse(null);
    if (same == null || same.equals(there)) {
      return new Former(object, Optional.ofNullable(there).map(Recorded::at), false);
    }
    return new Former(
        object, Optional.of(new Recorded(same.asCurrent(), id(object, same))), same.deposed());
  }

  /** It gets its number back, unless another object at the address has that one or a later one. */
  private ObjectId id(StateObject object, StateObject same) {
    ObjectId own = object.id();
    int latest =
        current.objects().stream()
            .map(StateObject::id)
            .filter(id -> id.address().equals(own.address()) && !id.equals(same.id()))
            .mapToInt(ObjectId::incarnation)
            .max()
            .orElse(0);
    return new ObjectId(own.address(), Math.max(own.incarnation(), latest + 1));
  }

  private List<Address> order() {
    Map<String, List<Address>> names = new LinkedHashMap<>();
    for (Address address : former.current().keySet()) {
      names.computeIfAbsent(address.toString(), any -> new ArrayList<>()).add(address);
      if (address.key().isPresent()) {
        names
            .computeIfAbsent(address.declaration().toString(), any -> new ArrayList<>())
            .add(address);
      }
    }
    Collection<Address> all = former.current().keySet();
    Dag<Address> dag = Dag.of(all, address -> below(address, names));
    return dag.cycles().isEmpty() ? dag.order() : List.copyOf(all);
  }

  private List<Address> below(Address address, Map<String, List<Address>> names) {
    List<Address> below = new ArrayList<>();
    for (String dependency : former.at(address).orElseThrow().dependencies()) {
      below.addAll(names.getOrDefault(dependency, List.of()));
    }
    return below;
  }
}
