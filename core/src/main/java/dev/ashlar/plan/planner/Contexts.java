package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Term;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what applying evaluates the remaining expressions with. */
final class Contexts {
  private final Map<String, Term> locals = new TreeMap<>();
  private final Map<String, PlanContext.ProviderUse> providers = new TreeMap<>();
  private final Map<String, Value> lookups = new TreeMap<>();
  private final Map<String, Term> outputs = new TreeMap<>();
  private final Set<String> sensitive = new HashSet<>();
  private final Map<String, Value.MapValue> seen = new TreeMap<>();
  private final Map<String, List<String>> instances = new TreeMap<>();
  private final Map<String, Term> forEach = new TreeMap<>();

  private final Set<String> read = new HashSet<>();

  private Contexts() {}

  static PlanContext of(Groundwork ground, Value.MapValue scope, Results results) {
    Contexts contexts = new Contexts();
    PlanRequest request = ground.request();
    if (results.seesMore() || ground.hasKeyed()) {
      contexts.findRead(ground, results);
    }
    for (Node node : ground.unusual()) {
      contexts.add(request, node, results.get(node.id()));
    }
    for (String name : contexts.read) {
      NodeId id = new NodeId(NodeId.Kind.RESOURCE, name);
      Node node = request.graph().nodes().get(id);
      if (node != null) {
        contexts.result(name, node, results.get(id));
      }
    }
    return new PlanContext(
        request.graph().inputs(),
        scope,
        contexts.locals,
        contexts.providers,
        contexts.lookups,
        request.imports(),
        contexts.outputs,
        contexts.sensitive,
        contexts.seen,
        contexts.instances,
        contexts.forEach);
  }

  /** The declarations that applying reads again, because something that uses them is open. */
  private void findRead(Groundwork ground, Results results) {
    for (Node node : ground.unusual()) {
      NodeResult result = results.get(node.id());
      boolean open =
          node instanceof Node.ProviderNode
              || node instanceof Node.OutputNode && result != null && !result.root().isKnown();
      if (open) {
        read.addAll(ground.reach().of(node.id()));
      }
    }
    results.forEachSpeakingId(
        id -> {
          NodeResult result = results.get(id);
          if (result != null && hasTemplate(result)) {
            read.addAll(ground.reach().of(id));
          }
        });
  }

  private static boolean hasTemplate(NodeResult result) {
    for (Change change : result.changes()) {
      if (change.template().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void add(PlanRequest request, Node node, @Nullable NodeResult result) {
    if (node instanceof Node.LocalNode local) {
      locals.put(local.declaration().name(), local.declaration().value());
    } else if (node instanceof Node.ProviderNode provider
        && provider.configuration().term() instanceof Term.Fields configuration) {
      providers.put(
          provider.name(),
          new PlanContext.ProviderUse(
              provider.provider(),
              request.facts().providerVersion().apply(provider.provider()),
              configuration));
    } else if (node instanceof Node.OutputNode output) {
      outputs.put(output.declaration().name(), output.declaration().value());
      if (output.declaration().sensitive()) {
        sensitive.add(output.declaration().name());
      }
    } else {
      result(node.id().name(), node, result);
    }
  }

  private void result(String name, Node node, @Nullable NodeResult result) {
    if (result == null) {
      return;
    }
    if (node instanceof Node.LookupNode && !(result.root() instanceof Value.UnknownValue)) {
      lookups.put(name, result.root());
    }
    if (!read.contains(name)) {
      openKeys(name, node, result);
      return;
    }
    if (node instanceof Node.ResourceNode resource
        && resource.forEach().isPresent()
        && result.root() instanceof Value.MapValue byKey) {
      instances.put(name, List.copyOf(byKey.entries().keySet()));
    }
    openKeys(name, node, result);
    result.seen().forEach((address, view) -> seen.put(address.toString(), view));
  }

  /** A {@code forEach} whose values are not all known is evaluated again. */
  private void openKeys(String name, Node node, NodeResult result) {
    if (node instanceof Node.ResourceNode resource && resource.forEach().isPresent()) {
      boolean open =
          result.changes().stream()
              .anyMatch(change -> !change.each().isKnown() || change.each().hasSecret());
      if (open) {
        forEach.put(name, resource.forEach().get().term());
      }
    }
  }
}
