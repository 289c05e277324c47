package dev.ashlar.plan.planner;

import dev.ashlar.expression.Bindings;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What names stand for in the terms of one declaration: the results of what it depends on. */
final class NodeBindings implements Bindings {
  private final StaticRoots statics;
  private final Map<String, Value> roots;
  private final Value each;

  private NodeBindings(StaticRoots statics, Map<String, Value> roots, Value each) {
    this.statics = statics;
    this.roots = roots;
    this.each = each;
  }

  static NodeBindings of(StaticRoots statics, Node node, Function<NodeId, Value> results) {
    Map<String, Value> roots = new TreeMap<>();
    Map<String, Value> locals = new TreeMap<>();
    Map<String, Value> resources = new TreeMap<>();
    for (NodeId id : node.dependsOn()) {
      switch (id.kind()) {
        case LOCAL -> locals.put(id.name(), results.apply(id));
        case RESOURCE -> {
          Value value = results.apply(id);
          roots.put(id.name(), value);
          resources.put(id.name(), value);
        }
        case LOOKUP, IMPORT -> roots.put(id.name(), results.apply(id));
        case PROVIDER, OUTPUT -> {}
      }
    }
    roots.put("locals", Value.map(locals));
    roots.put("resources", Value.map(resources));
    return new NodeBindings(statics, roots, Value.NULL);
  }

  /** The same, for one object of a {@code forEach}. */
  NodeBindings each(Value value) {
    return value.equals(Value.NULL) ? this : new NodeBindings(statics, roots, value);
  }

  @Override
  public Value root(String name) {
    if (name.equals("each")) {
      return each;
    }
    Value own = roots.get(name);
    return own != null ? own : statics.get(name).orElse(Value.UnknownValue.ANY);
  }
}
