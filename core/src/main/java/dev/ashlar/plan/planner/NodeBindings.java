package dev.ashlar.plan.planner;

import dev.ashlar.expression.Bindings;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for in the terms of one declaration: the results of what it depends on, looked
 * up when they are asked for. For one thread.
 */
final class NodeBindings implements Bindings {
  /** Up to here, searching the list is as fast as a map of it. */
  private static final int FEW = 8;

  private final StaticRoots statics;
  private final List<NodeId> dependencies;
  private final Function<NodeId, Value> results;
  private final Value each;
  private @Nullable Map<String, NodeId> byName;
  private @Nullable Value locals;
  private @Nullable Value resources;

  private NodeBindings(
      StaticRoots statics, List<NodeId> dependencies, Function<NodeId, Value> results, Value each) {
    this.statics = statics;
    this.dependencies = dependencies;
    this.results = results;
    this.each = each;
  }

  static NodeBindings of(StaticRoots statics, Node node, Function<NodeId, Value> results) {
    return new NodeBindings(statics, node.dependsOn(), results, Value.NULL);
  }

  /** The same, for one object of a {@code forEach}. */
  NodeBindings each(Value value) {
    return value.equals(Value.NULL)
        ? this
        : new NodeBindings(statics, dependencies, results, value);
  }

  @Override
  public Value root(String name) {
    switch (name) {
      case "each" -> {
        return each;
      }
      case "locals" -> {
        locals = locals == null ? all(NodeId.Kind.LOCAL) : locals;
        return locals;
      }
      case "resources" -> {
        resources = resources == null ? all(NodeId.Kind.RESOURCE) : resources;
        return resources;
      }
      default -> {
        NodeId named = named(name);
        return named == null
            ? statics.get(name).orElse(Value.UnknownValue.ANY)
            : results.apply(named);
      }
    }
  }

  private Value all(NodeId.Kind kind) {
    Map<String, Value> all = new TreeMap<>();
    for (NodeId id : dependencies) {
      if (id.kind() == kind) {
        all.put(id.name(), results.apply(id));
      }
    }
    return Value.map(all);
  }

  private @Nullable NodeId named(String name) {
    if (dependencies.size() > FEW) {
      Map<String, NodeId> known = byName == null ? index() : byName;
      byName = known;
      return known.get(name);
    }
    for (NodeId id : dependencies) {
      if (isRoot(id) && id.name().equals(name)) {
        return id;
      }
    }
    return null;
  }

  private Map<String, NodeId> index() {
    Map<String, NodeId> index = new HashMap<>();
    for (NodeId id : dependencies) {
      if (isRoot(id)) {
        index.put(id.name(), id);
      }
    }
    return index;
  }

  /** Whether a declaration is read by its own name; these share one namespace. */
  private static boolean isRoot(NodeId id) {
    return switch (id.kind()) {
      case RESOURCE, LOOKUP, IMPORT -> true;
      case LOCAL, PROVIDER, OUTPUT -> false;
    };
  }
}
