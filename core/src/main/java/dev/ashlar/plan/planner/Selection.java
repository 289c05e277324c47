package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which objects a plan is about: all of them, or the targets with what they depend on, without what
 * is excluded and what depends on that.
 */
final class Selection {
  private final PlanMode mode;
  private final boolean everything;
  private final Set<String> wholes = new HashSet<>();
  private final Set<String> without = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Selection(PlanMode mode) {
    this.mode = mode;
    this.everything = mode.targets().isEmpty() && mode.excluded().isEmpty();
  }

  static Selection of(PlanRequest request, Reach reach, Moves moves) {
    Selection selection = new Selection(request.mode());
    selection.checkAddresses(request, moves);
    if (selection.everything) {
      return selection;
    }
    Set<String> targeted = names(request.mode().targets());
    Set<String> excluded = names(request.mode().excluded());
    for (Node node : request.graph().nodes().values()) {
      NodeId id = node.id();
      if (targeted.contains(id.name()) && id.kind() == NodeId.Kind.RESOURCE) {
        selection.below(request, reach, id);
      }
      boolean dependsOnExcluded =
          reach.of(id).stream()
              .anyMatch(n -> excluded.contains(n) || selection.without.contains(n));
      if (dependsOnExcluded) {
        selection.without.add(id.name());
      }
    }
    return selection;
  }

  private void below(PlanRequest request, Reach reach, NodeId id) {
    for (String name : reach.of(id)) {
      NodeId resource = new NodeId(NodeId.Kind.RESOURCE, name);
      if (wholes.add(name) && request.graph().nodes().containsKey(resource)) {
        below(request, reach, resource);
      }
    }
  }

  private static Set<String> names(Set<Address> addresses) {
    Set<String> names = new TreeSet<>();
    addresses.forEach(address -> names.add(address.declaration().toString()));
    return names;
  }

  /** Whether the plan is about this object. */
  boolean includes(Address address) {
    if (everything) {
      return true;
    }
    String name = address.declaration().toString();
    boolean in =
        mode.targets().isEmpty() || wholes.contains(name) || named(mode.targets(), address);
    return in && !without.contains(name) && !named(mode.excluded(), address);
  }

  private static boolean named(Set<Address> addresses, Address address) {
    return addresses.contains(address) || addresses.contains(address.declaration());
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private void checkAddresses(PlanRequest request, Moves moves) {
    Set<Address> asked = new TreeSet<>(mode.targets());
    asked.addAll(mode.excluded());
    asked.addAll(mode.replaced());
    asked.addAll(mode.providerChanges());
    asked.addAll(mode.adopted().keySet());
    for (Address address : asked) {
      NodeId node = new NodeId(NodeId.Kind.RESOURCE, address.declaration().toString());
      boolean there =
          request.graph().nodes().containsKey(node)
              || moves.current().containsKey(address)
              || moves.current().keySet().stream().anyMatch(a -> a.declaration().equals(address));
      if (!there) {
        diagnostics.add(unknown(request, moves, address));
      }
    }
  }

  private static Diagnostic unknown(PlanRequest request, Moves moves, Address address) {
    Set<String> known = new TreeSet<>();
    request.graph().nodes().keySet().stream()
        .filter(id -> id.kind() == NodeId.Kind.RESOURCE)
        .forEach(id -> known.add(id.name()));
    moves.current().keySet().forEach(each -> known.add(each.toString()));
    return Diagnostic.of(
            PlanProblems.UNKNOWN_ADDRESS,
            "\""
                + address
                + "\" is neither declared nor recorded."
                + Suggestion.sentence(address.toString(), known))
        .on(address);
  }
}
