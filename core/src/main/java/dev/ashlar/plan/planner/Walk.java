package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.value.Value;
import java.util.Set;

/**
 * Plans every declaration, in the order of the graph, each from the results of what it depends on
 * and nothing else. What waits for an answer does not hold up the rest.
 */
final class Walk {
  private static final NodeResult UNKNOWN = NodeResult.settled(Value.UnknownValue.ANY);

  private final Groundwork ground;
  private final StaticRoots statics;
  private final ResourceStep resources;
  private final LookupStep lookups;
  private final Results results;
  private final Set<String> goesFirst;

  /**
   * A walk.
   *
   * @param rulings what was settled by a look at the whole plan
   * @param results of what was planned already; read only
   * @param goesFirst the names of what is deleted before it is made anew; read only
   */
  Walk(Groundwork ground, Rulings rulings, Results results, Set<String> goesFirst) {
    this.ground = ground;
    this.statics = new StaticRoots(ground.request().graph().inputs());
    this.resources = new ResourceStep(ground, rulings);
    this.lookups = new LookupStep(ground);
    this.results = results;
    this.goesFirst = goesFirst;
  }

  /** Plans one declaration, from the results of what it depends on. */
  NodeResult step(NodeId id, Node node) {
    Upstream upstream = upstream(id, node);
    if (upstream.standing() == Standing.WAITING) {
      return NodeResult.waiting();
    }
    NodeBindings bindings = NodeBindings.of(statics, node, this::root);
    if (node instanceof Node.ResourceNode resource) {
      return resources.step(resource, bindings, upstream);
    }
    if (node instanceof Node.LookupNode lookup) {
      return lookups.step(lookup, bindings, upstream);
    }
    if (node instanceof Node.LocalNode local) {
      return value(local.value(), bindings, upstream);
    }
    if (node instanceof Node.OutputNode output) {
      return value(output.value(), bindings, upstream);
    }
    if (node instanceof Node.ImportNode imported) {
      Value.MapValue outputs = ground.request().imports().get(imported.declaration().name());
      return NodeResult.settled(outputs == null ? Value.UnknownValue.ANY : outputs);
    }
    return provider(upstream);
  }

  private NodeResult value(CompiledTerm term, NodeBindings bindings, Upstream upstream) {
    Checked<Value> value = TermEvaluation.evaluate(term, bindings);
    NodeResult.Parts parts = new NodeResult.Parts();
    parts.diagnostics.addAll(value.diagnostics());
    parts.standing = upstream.standing();
    return parts.result(value.value().orElse(Value.UnknownValue.ANY));
  }

  /** A provider's configuration is known from the state or not at all: nothing waits for it. */
  private static NodeResult provider(Upstream upstream) {
    NodeResult.Parts parts = new NodeResult.Parts();
    parts.standing = upstream.standing() == Standing.WAITING ? Standing.WAITING : Standing.SETTLED;
    return parts.result(Value.NULL);
  }

  private Value root(NodeId id) {
    return result(id).root();
  }

  private NodeResult result(NodeId id) {
    NodeResult known = results.get(id);
    return known == null ? UNKNOWN : known;
  }

  private Upstream upstream(NodeId self, Node node) {
    Upstream upstream = Upstream.NOTHING;
    for (NodeId id : node.dependsOn()) {
      NodeResult result = result(id);
      if (result.standing() != Standing.SETTLED) {
        upstream = upstream.with(id, result, ground.reach().of(id));
      }
    }
    return goesFirst.isEmpty()
        ? upstream
        : upstream.below(ground.reach().of(self), goesFirst::contains);
  }
}
