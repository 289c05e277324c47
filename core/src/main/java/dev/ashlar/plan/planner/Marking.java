package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.expression.Reference;
import dev.ashlar.graph.NodeId;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks the declarations that differences of all but themselves make plan again. */
@SuppressWarnings("ReferenceEquality") // the very object is meant
final class Marking {
  private final Topology topology;
  private final Reads reads;
  private final Results results;

  Marking(Topology topology, Reads reads, Results results) {
    this.topology = topology;
    this.reads = reads;
    this.results = results;
  }

  void mark(Differences differences, @Nullable Groundwork before, Groundwork now, BitSet stale) {
    if (before == null || differences.everything()) {
      return;
    }
    if (differences.edges()) {
      for (int i = 0; i < topology.size(); i++) {
        if (!before.reach().of(topology.id(i)).equals(now.reach().of(topology.id(i)))) {
          stale.set(i);
        }
      }
    }
    if (differences.moved()) {
      moved(before.request().graph().moved(), stale);
      moved(now.request().graph().moved(), stale);
    }
    inputs(before.request().graph().inputs(), now.request().graph().inputs(), stale);
    if (before.request().observations() != now.request().observations()) {
      for (int i = 0; i < topology.size(); i++) {
        if (!results.get(i).questions().isEmpty()) {
          stale.set(i);
        }
      }
    }
  }

  private void moved(List<MovedDeclaration> moved, BitSet stale) {
    for (MovedDeclaration each : moved) {
      resource(each.from().declaration().toString(), stale);
      resource(each.to().declaration().toString(), stale);
    }
  }

  private void resource(String name, BitSet stale) {
    int position = topology.position(new NodeId(NodeId.Kind.RESOURCE, name));
    if (position >= 0) {
      stale.set(position);
    }
  }

  /** Those that read a parameter or flag whose value is another now. */
  private void inputs(Inputs before, Inputs now, BitSet stale) {
    if (before == now) {
      return;
    }
    Set<String> parameters = differing(before.parameters().entries(), now.parameters().entries());
    Set<String> flags = differing(before.flags(), now.flags());
    boolean env = !before.env().equals(now.env());
    if (parameters.isEmpty() && flags.isEmpty() && !env) {
      return;
    }
    for (int i = 0; i < topology.size(); i++) {
      for (Reference reference : reads.of(topology.id(i))) {
        boolean reached =
            switch (reference.root()) {
              case "params" -> isReached(parameters, reference.path().head());
              case "flags" -> isReached(flags, reference.path().head());
              case "env" -> env;
              default -> false;
            };
        if (reached) {
          stale.set(i);
        }
      }
    }
  }

  /** An empty name stands for any. */
  private static boolean isReached(Set<String> differing, String name) {
    return name.isEmpty() ? !differing.isEmpty() : differing.contains(name);
  }

  private static Set<String> differing(Map<String, ?> before, Map<String, ?> now) {
    Set<String> differing = new HashSet<>();
    now.forEach(
        (name, value) -> {
          if (!value.equals(before.get(name))) {
            differing.add(name);
          }
        });
    for (String name : before.keySet()) {
      if (!now.containsKey(name)) {
        differing.add(name);
      }
    }
    return differing;
  }
}
