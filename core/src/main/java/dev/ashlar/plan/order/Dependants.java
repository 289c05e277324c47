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
import org.jspecify.annotations.Nullable;

/** Which recorded objects depended on which, when they were applied last. For one thread. */
public final class Dependants {
  private final State state;
  private @Nullable Map<String, List<StateObject>> byName;

  /** Of a state. */
  public Dependants(State state) {
    this.state = state;
  }

  /** Worked out when something is removed: most plans remove nothing. */
  private Map<String, List<StateObject>> byName() {
    Map<String, List<StateObject>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (StateObject object : state.objects()) {
        for (String dependency : object.dependencies()) {
          known.computeIfAbsent(dependency, name -> new ArrayList<>()).add(object);
        }
      }
      byName = known;
    }
    return known;
  }

  /** The objects that depended on what stands, or stood, at an address. */
  Collection<StateObject> of(Address address) {
    List<StateObject> exact = byName().getOrDefault(address.toString(), List.of());
    if (address.key().isEmpty()) {
      return exact;
    }
    List<StateObject> whole = byName().getOrDefault(address.declaration().toString(), List.of());
    if (exact.isEmpty()) {
      return whole;
    }
    Set<StateObject> all = new LinkedHashSet<>(exact);
    all.addAll(whole);
    return all;
  }
}
