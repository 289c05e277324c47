package dev.ashlar.plan.planner;

import dev.ashlar.expression.Bindings;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.plan.view.RootView;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What names stand for by the state alone: the configurations of providers are evaluated so while
 * planning, before anything was looked at. What is not recorded is unknown. Locals are added in the
 * order of the graph.
 */
final class StateBindings implements Bindings {
  private final PlanRequest request;
  private final StaticRoots statics;
  private final Map<String, Map<Address, Recorded>> byDeclaration;
  private final Function<Node.LookupNode, Value> lookups;
  private final Map<String, Value> made = new HashMap<>();
  private final SortedMap<String, Value> locals = new TreeMap<>();

  StateBindings(
      PlanRequest request,
      Map<String, Map<Address, Recorded>> byDeclaration,
      Function<Node.LookupNode, Value> lookups) {
    this.request = request;
    this.statics = new StaticRoots(request.graph().inputs());
    this.byDeclaration = byDeclaration;
    this.lookups = lookups;
  }

  @Override
  public Value root(String name) {
    return statics
        .get(name)
        .orElseGet(
            () ->
                name.equals("locals")
                    ? new Value.MapValue(locals)
                    : made.computeIfAbsent(name, this::make));
  }

  /** The value of a term; what has none is unknown, and said where the walk comes to it. */
  Value evaluate(CompiledTerm term) {
    return TermEvaluation.evaluate(term, this).value().orElse(Value.UnknownValue.ANY);
  }

  void local(Node.LocalNode node) {
    locals.put(node.declaration().name(), evaluate(node.value()));
  }

  private Value make(String name) {
    if (node(NodeId.Kind.RESOURCE, name).orElse(null) instanceof Node.ResourceNode resource) {
      return resource(resource);
    }
    if (node(NodeId.Kind.LOOKUP, name).orElse(null) instanceof Node.LookupNode lookup) {
      return lookups.apply(lookup);
    }
    Value.MapValue imported = request.imports().get(name);
    return imported == null ? Value.UnknownValue.ANY : imported;
  }

  private Optional<Node> node(NodeId.Kind kind, String name) {
    return Optional.ofNullable(request.graph().nodes().get(new NodeId(kind, name)));
  }

  private Value resource(Node.ResourceNode node) {
    Map<Address, Recorded> objects = byDeclaration.get(node.declaration().name());
    if (objects == null) {
      return Value.UnknownValue.ANY;
    }
    SortedMap<Address, Value> views = new TreeMap<>();
    objects.forEach(
        (address, recorded) -> views.put(address, ObjectView.recorded(recorded.original())));
    return RootView.of(node.forEach().isPresent(), Address.of(node.declaration().name()), views);
  }
}
