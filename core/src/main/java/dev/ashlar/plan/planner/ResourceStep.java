package dev.ashlar.plan.planner;

import dev.ashlar.graph.Node;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.instance.Expanding;
import dev.ashlar.plan.instance.Expansion;
import dev.ashlar.plan.instance.Instance;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.plan.view.RootView;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Plans a resource: which objects it stands for, and what becomes of each. */
final class ResourceStep {
  private final Groundwork ground;
  private final Rulings rulings;
  private final InstanceStep instances;

  ResourceStep(Groundwork ground, Rulings rulings) {
    this.ground = ground;
    this.rulings = rulings;
    this.instances = new InstanceStep(ground, rulings);
  }

  NodeResult step(Node.ResourceNode node, NodeBindings bindings, Upstream upstream) {
    NodeResult.Parts parts = new NodeResult.Parts();
    if (upstream.standing() == Standing.DEFERRED) {
      return deferred(node, parts, new Reason(Reason.Kind.WAITS, List.of(), upstream.deferred()));
    }
    Expansion expansion = Expanding.expand(node, bindings);
    if (expansion instanceof Expansion.Deferred deferred) {
      return deferred(node, parts, deferred.reason());
    }
    if (expansion instanceof Expansion.Failed failed) {
      Problems.about(node, failed.diagnostics(), parts.diagnostics);
      return parts.result(Value.UnknownValue.ANY);
    }
    if (!(expansion instanceof Expansion.Instances known)) {
      remove(node, bindings, Set.of(), Reason.Kind.SWITCHED_OFF, parts);
      return parts.result(RootView.of(node.forEach().isPresent(), address(node), Map.of()));
    }
    return objects(node, bindings, upstream, known, parts);
  }

  private NodeResult objects(
      Node.ResourceNode node,
      NodeBindings bindings,
      Upstream upstream,
      Expansion.Instances known,
      NodeResult.Parts parts) {
    if (!known.keyed()) {
      Instance only = known.all().get(0);
      Value view = object(node, only, bindings, upstream, parts);
      remove(node, bindings, Set.of(only.address()), Reason.Kind.REMOVED, parts);
      return parts.result(view);
    }
    Map<Address, Value> views = new TreeMap<>();
    for (Instance instance : known.all()) {
      views.put(instance.address(), object(node, instance, bindings, upstream, parts));
    }
    remove(node, bindings, views.keySet(), Reason.Kind.KEY_REMOVED, parts);
    return parts.result(RootView.of(true, address(node), views));
  }

  private Value object(
      Node.ResourceNode node,
      Instance instance,
      NodeBindings bindings,
      Upstream upstream,
      NodeResult.Parts parts) {
    Address address = instance.address();
    if (!ground.selection().includes(address)) {
      return outside(node, address, parts);
    }
    return rulings.held().containsKey(address)
        ? hold(node, address, parts)
        : instances.step(node, instance, bindings, upstream, parts);
  }

  private NodeResult deferred(Node.ResourceNode node, NodeResult.Parts parts, Reason reason) {
    Address address = address(node);
    if (ground.selection().includes(address)) {
      parts.standing = Standing.DEFERRED;
      parts.changes.add(Deferring.change(ground, node, address, reason));
    } else {
      parts.standing = Standing.OUTSIDE;
    }
    return parts.result(Value.UnknownValue.ANY);
  }

  /** Objects that the declaration does not stand for any more. */
  private void remove(
      Node.ResourceNode node,
      NodeBindings bindings,
      Set<Address> wanted,
      Reason.Kind reason,
      NodeResult.Parts parts) {
    ground
        .objects(node.declaration().name())
        .forEach(
            (address, recorded) -> {
              if (!wanted.contains(address) && ground.selection().includes(address)) {
                instances.remove(node, recorded, bindings, Reason.of(reason), parts);
              }
            });
  }

  private Value outside(Node.ResourceNode node, Address address, NodeResult.Parts parts) {
    Recorded recorded = ground.objects(node.declaration().name()).get(address);
    if (recorded == null) {
      parts.atLeast(Standing.OUTSIDE);
      return Value.UnknownValue.ANY;
    }
    return ObjectView.recorded(recorded.original());
  }

  private Value hold(Node.ResourceNode node, Address address, NodeResult.Parts parts) {
    parts.atLeast(Standing.DEFERRED);
    parts.changes.add(
        Deferring.change(
            ground,
            node,
            address,
            new Reason(
                Reason.Kind.WAITS, List.of(), rulings.held().getOrDefault(address, List.of()))));
    return Value.UnknownValue.ANY;
  }

  private static Address address(Node.ResourceNode node) {
    return Address.of(node.declaration().name());
  }
}
