package dev.ashlar.plan.planner;

import com.google.common.collect.ImmutableSet;
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
 * provider's configuration. For one thread.
 */
public final class Reach {
  private final Map<NodeId, Set<String>> all = new HashMap<>();
  private final Map<NodeId, Set<String>> resources;
  private final Map<NodeId, List<String>> recorded = new HashMap<>();

  /** Of every declaration of a graph. */
  public Reach(Graph graph) {
    boolean lookups = false;
    for (NodeId id : graph.nodes().keySet()) {
      lookups |= id.kind() == NodeId.Kind.LOOKUP;
    }
    // Without lookups, the two are the same.
    resources = lookups ? new HashMap<>() : all;
    for (Map.Entry<NodeId, Node> entry : graph.nodes().entrySet()) {
      put(entry, all, NodeId.Kind.LOOKUP);
      if (lookups) {
        put(entry, resources, NodeId.Kind.RESOURCE);
      }
    }
  }

  private static void put(
      Map.Entry<NodeId, Node> entry, Map<NodeId, Set<String>> known, NodeId.Kind lastNamed) {
    Set<String> below = below(entry.getValue(), known, lastNamed);
    if (!below.isEmpty()) {
      known.put(entry.getKey(), below);
    }
  }

  /** Sorted; what comes from one dependency alone is not copied. */
  private static Set<String> below(
      Node node, Map<NodeId, Set<String>> known, NodeId.Kind lastNamed) {
    Set<String> found = Set.of();
    for (NodeId dependency : node.dependsOn()) {
      if (named(dependency, lastNamed)) {
        found = and(found, ImmutableSet.of(dependency.name()));
      }
      if (dependency.kind() != NodeId.Kind.RESOURCE) {
        found = and(found, known.getOrDefault(dependency, Set.of()));
      }
    }
    return found instanceof TreeSet ? ImmutableSet.copyOf(found) : found;
  }

  private static Set<String> and(Set<String> some, Set<String> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    Set<String> both = some instanceof TreeSet ? some : new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  private static boolean named(NodeId id, NodeId.Kind lastNamed) {
    return id.kind() == NodeId.Kind.RESOURCE
        || id.kind() == NodeId.Kind.LOOKUP && lastNamed == NodeId.Kind.LOOKUP;
  }

  /** The names of the resources below a declaration, sorted: what is recorded with its objects. */
  List<String> recorded(NodeId id) {
    Set<String> names = resources.get(id);
    if (names == null) {
      return List.of();
    }
    // All objects of a declaration share a long list.
    return names.size() == 1
        ? List.of(names.iterator().next())
        : recorded.computeIfAbsent(id, key -> List.copyOf(names));
  }

  /** The names of resources and lookups below a declaration, sorted. */
  public Set<String> of(NodeId id) {
    Set<String> names = all.get(id);
    return names == null ? Set.of() : names;
  }
}
