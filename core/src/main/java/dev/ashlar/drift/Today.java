package dev.ashlar.drift;

import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Optional;

/**
 * What the blueprint declares today, whatever was applied.
 *
 * @param graph its resources
 * @param pending what it would change of what was applied, by the records alone
 */
@SuppressWarnings("exports") // for the facade alone
public record Today(Graph graph, Plan pending) {

  /** The declaration that an object is one of; empty where there is none any more. */
  Optional<ResourceDeclaration> declaration(Address address) {
    return node(address).map(Node.ResourceNode::declaration);
  }

  Optional<Node.ResourceNode> node(Address address) {
    NodeId id = new NodeId(NodeId.Kind.RESOURCE, address.declaration().toString());
    return graph.nodes().get(id) instanceof Node.ResourceNode node
        ? Optional.of(node)
        : Optional.empty();
  }

  /** What is declared of a property: another value where that is pending, else what was applied. */
  Optional<Value> declared(Address address, ValuePath path, Value applied) {
    if (declaration(address).isEmpty()) {
      return Optional.empty();
    }
    for (Change change : pending.changes()) {
      if (change.address().equals(address)) {
        for (AttributeChange attribute : change.attributes()) {
          if (attribute.path().equals(path)) {
            return Optional.of(attribute.after());
          }
        }
      }
    }
    return Optional.of(applied);
  }

  /** Where a property is declared, or what is around it. */
  Optional<Location> location(Address address, ValuePath path) {
    return declaration(address).map(declaration -> Spot.of(declaration, path).location());
  }
}
