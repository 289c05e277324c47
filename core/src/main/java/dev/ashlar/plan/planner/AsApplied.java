package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.instance.Instance;
import dev.ashlar.plan.object.ObjectInputs;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.object.Whereabouts;
import dev.ashlar.plan.object.Wish;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;

/** Recorded objects as if the blueprint declared them as they were applied last. */
final class AsApplied {
  private final Groundwork ground;

  AsApplied(Groundwork ground) {
    this.ground = ground;
  }

  /** What decides of an object; empty where its type is not known any more. */
  Optional<ObjectInputs> inputs(StateObject object) {
    return ground
        .request()
        .facts()
        .catalog()
        .schema(object.type())
        .map(schema -> inputs(object, schema));
  }

  private ObjectInputs inputs(StateObject object, ResourceSchema schema) {
    return new ObjectInputs(
        node(
            object,
            schema,
            Term.Fields.empty(place(object)),
            object.values().declared(),
            ignoring(object)),
        new Instance(object.id().address(), Value.NULL),
        object.values().declared(),
        object.lifecycle(),
        new Whereabouts(object.home(), ground.configurations().of(object)),
        object.dependencies(),
        Optional.of(Recorded.at(object)),
        Wish.AS_APPLIED,
        false,
        Incarnations.highest(ground.request().state(), object.id().address()) + 1,
        ground.request().graph().environment().id().name(),
        ground.request().state().lineage(),
        ground.refresh(object),
        ground.request().observations(),
        ground.request().facts());
  }

  /** What the blueprint of today leaves alone is left alone. */
  private Lifecycle ignoring(StateObject object) {
    return declared(object)
        .map(node -> node.declaration().lifecycle().ignoreChanges())
        .map(
            ignored ->
                new Lifecycle(
                    Optional.empty(),
                    Optional.empty(),
                    ignored,
                    Lifecycle.OnRemove.DELETE,
                    Lifecycle.Ownership.MANAGE))
        .orElse(Lifecycle.DEFAULT);
  }

  /** Where an object is declared; where it is not any more, its address. */
  Place place(StateObject object) {
    return declared(object)
        .map(node -> node.declaration().place())
        .orElseGet(() -> Place.inCode(object.id().address().toString()));
  }

  /** What declares an object today. */
  Optional<Node.ResourceNode> declared(StateObject object) {
    NodeId id = new NodeId(NodeId.Kind.RESOURCE, object.id().address().declaration().toString());
    return ground.request().graph().nodes().get(id) instanceof Node.ResourceNode declared
        ? Optional.of(declared)
        : Optional.empty();
  }

  /** A declaration of an object that declares these values. */
  Node.ResourceNode node(
      StateObject object,
      ResourceSchema schema,
      Term.Fields properties,
      Value.MapValue values,
      Lifecycle lifecycle) {
    Place place = place(object);
    ResourceDeclaration declaration =
        new ResourceDeclaration(
            object.id().address().name(),
            object.type(),
            Optional.of(object.home().configuration()),
            properties,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            lifecycle,
            object.canvas(),
            place);
    return new Node.ResourceNode(
        declaration,
        schema,
        new NodeId(NodeId.Kind.PROVIDER, object.home().configuration()),
        new CompiledTerm.Constant(properties, values),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** That an object cannot be made again from what is recorded of it. */
  static Diagnostic notRepeatable(ObjectInputs in) {
    return Diagnostic.of(
            PlanProblems.UNKNOWN,
            "\""
                + in.address()
                + "\" would have to be made again, and of some values only fingerprints are"
                + " recorded. Use an ordinary plan, which has them from the blueprint.")
        .on(in.address())
        .at(in.node().declaration().place().start())
        .canvas(in.node().declaration().canvas().orElse(null));
  }
}
