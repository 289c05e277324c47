package dev.ashlar.plan.planner;

import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which resources and lookups a declaration depends on, be it by way of named values or of a
 * provider's configuration.
 */
public final class Reach {
  private final Map<NodeId, Set<String>> resources = new HashMap<>();
  private final Map<NodeId, Set<String>> all = new HashMap<>();
  private final Map<NodeId, List<String>> recorded = new HashMap<>();

  /** Of every declaration of a graph. */
  public Reach(Graph graph) {
    for (Node node : graph.nodes().values()) {
      resources.put(node.id(), below(node, resources, NodeId.Kind.RESOURCE));
      all.put(node.id(), below(node, all, NodeId.Kind.LOOKUP));
    }
  }

  private static Set<String> below(
      Node node, Map<NodeId, Set<String>> known, NodeId.Kind lastNamed) {
    if (node.dependsOn().size() == 1 && !named(node.dependsOn().get(0), lastNamed)) {
      return known.getOrDefault(node.dependsOn().get(0), Set.of());
    }
    Set<String> names = new TreeSet<>();
    for (NodeId dependency : node.dependsOn()) {
      if (named(dependency, lastNamed)) {
        names.add(dependency.name());
      }
      if (dependency.kind() != NodeId.Kind.RESOURCE) {
        names.addAll(known.getOrDefault(dependency, Set.of()));
      }
    }
    return names.isEmpty() ? Set.of() : names;
  }

  private static boolean named(NodeId id, NodeId.Kind lastNamed) {
    return id.kind() == NodeId.Kind.RESOURCE
        || id.kind() == NodeId.Kind.LOOKUP && lastNamed == NodeId.Kind.LOOKUP;
  }

  /** The names of the resources below a declaration, sorted: what is recorded with its objects. */
  List<String> recorded(NodeId id) {
    return recorded.computeIfAbsent(id, key -> List.copyOf(resources.getOrDefault(key, Set.of())));
  }

  /** The names of resources and lookups below a declaration. */
  public Set<String> of(NodeId id) {
    return all.getOrDefault(id, Set.of());
  }
}
