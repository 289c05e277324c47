package dev.ashlar.plan.order;

import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which recorded objects depended on which, when they were applied last. */
public final class Dependants {
  private final Map<String, List<StateObject>> byName = new HashMap<>();

  /** Of a state. */
  public Dependants(State state) {
    for (StateObject object : state.objects()) {
      for (String dependency : object.dependencies()) {
        byName.computeIfAbsent(dependency, name -> new ArrayList<>()).add(object);
      }
    }
  }

  /** The objects that depended on what stands, or stood, at an address. */
  Collection<StateObject> of(Address address) {
    List<StateObject> exact = byName.getOrDefault(address.toString(), List.of());
    if (address.key().isEmpty()) {
      return exact;
    }
    List<StateObject> whole = byName.getOrDefault(address.declaration().toString(), List.of());
    if (exact.isEmpty()) {
      return whole;
    }
    Set<StateObject> all = new LinkedHashSet<>(exact);
    all.addAll(whole);
    return all;
  }
}
