package dev.ashlar.plan.object;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.instance.Instance;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object and all that decides of it: by default declared, applied and seen as {@code {"plain":
 * "a"}}.
 */
final class Subject {
  static final ResourceSchema SCHEMA =
      ResourceSchema.builder("t::Thing")
          .addProperty(text("plain"))
          .addProperty(Attribute.builder("fixed", Primitive.STRING).immutable().build())
          .addProperty(
              Attribute.builder("loose", Primitive.STRING)
                  .equivalence(Equivalence.IGNORE_CASE)
                  .build())
          .addProperty(Attribute.builder("kept", Primitive.STRING).onUnset(OnUnset.KEEP).build())
          .addProperty(
              Attribute.builder("sticky", Primitive.STRING).onUnset(OnUnset.REPLACE).build())
          .addProperty(
              Attribute.builder("usual", Primitive.STRING).defaultValue(Value.of("home")).build())
          .addProperty(Attribute.builder("empty", Primitive.STRING).nullable().build())
          .addProperty(Attribute.builder("hidden", Primitive.STRING).sensitive().build())
          .addProperty(
              Attribute.builder("password", Primitive.STRING).sensitive().writeOnly().build())
          .addProperty(
              Attribute.builder("bag", new Shape.ListShape(text("item")))
                  .equivalence(Equivalence.SET)
                  .build())
          .addProperty(
              Attribute.builder("policy", Primitive.STRING).equivalence(Equivalence.JSON).build())
          .addProperty(Attribute.of("inner", new Shape.ObjectShape(inner())))
          .addProperty(Attribute.of("tags", new Shape.MapShape(text("tag"))))
          .addOutput(text("arn"))
          .ownershipMark(ValuePath.of("tags"))
          .build();

  Value.MapValue declared = map("{'plain':'a'}");
  Value.MapValue lastDeclared = declared;
  Value.MapValue effective = map("{'plain':'a','usual':'home'}");
  Value.MapValue observed = effective;
  SortedMap<ValuePath, String> fingerprints = new TreeMap<>();
  StateObject.Status status = StateObject.Status.READY;
  StateObject.Home home = new StateObject.Home("t", "t", Value.MapValue.EMPTY);
  StateObject.Home recordedHome = home;
  List<ValuePath> ignored = List.of();
  boolean refines;
  Wish wish = Wish.NONE;

  private static Attribute text(String name) {
    return Attribute.of(name, Primitive.STRING);
  }

  private static Map<String, Attribute> inner() {
    Map<String, Attribute> inner = new LinkedHashMap<>();
    inner.put("deep", text("deep"));
    inner.put("kept", Attribute.builder("kept", Primitive.STRING).onUnset(OnUnset.KEEP).build());
    inner.put(
        "usual", Attribute.builder("usual", Primitive.STRING).defaultValue(Value.of("in")).build());
    inner.put("secret", Attribute.builder("secret", Primitive.STRING).sensitive().build());
    return inner;
  }

  static Value.MapValue map(String json) {
    return (Value.MapValue) ValueJson.parse(json.replace('\'', '"'));
  }

  ObjectInputs inputs() {
    Place place = Place.inCode("thing");
    Term.Fields properties = new Term.Fields(new TreeMap<>(), new TreeMap<>(), place);
    Lifecycle lifecycle =
        new Lifecycle(
            Optional.empty(),
            Optional.empty(),
            ignored,
            Lifecycle.OnRemove.DELETE,
            Lifecycle.Ownership.MANAGE);
    ResourceDeclaration declaration =
        new ResourceDeclaration(
            "thing",
            "t::Thing",
            Optional.empty(),
            properties,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            lifecycle,
            Optional.empty(),
            place);
    Node.ResourceNode node =
        new Node.ResourceNode(
            declaration,
            SCHEMA,
            new NodeId(NodeId.Kind.PROVIDER, "t"),
            new CompiledTerm.Constant(properties, declared),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new ObjectInputs(
        node,
        new Instance(Address.of("thing"), Value.NULL),
        Confidential.properties(SCHEMA, declared),
        StateObject.StoredLifecycle.DEFAULT,
        new Whereabouts(home, Optional.of(Value.MapValue.EMPTY)),
        List.of(),
        Optional.of(recorded()),
        wish,
        false,
        2,
        "shop",
        "lineage",
        Optional.empty(),
        Observations.NONE,
        new PlanFacts(
            Catalog.of(List.of(SCHEMA)),
            type -> refines,
            provider -> "1.0.0",
            value -> "fp:" + value.hashCode()));
  }

  Recorded recorded() {
    return Recorded.at(
        new StateObject(
            new ObjectId(Address.of("thing"), 1),
            false,
            "t::Thing",
            recordedHome,
            new StateObject.SchemaStamp(SCHEMA.version(), SCHEMA.digest()),
            status,
            Optional.of("id-1"),
            new StateObject.Values(
                Confidential.properties(SCHEMA, lastDeclared),
                effective,
                observed,
                map("{'arn':'arn:1'}")),
            fingerprints,
            Bytes.EMPTY,
            List.of(),
            StateObject.StoredLifecycle.DEFAULT,
            Optional.empty()));
  }

  Actual actual() {
    return Actual.asRecorded(recorded());
  }

  /** Whether it is told without a comparison that nothing is to be done. */
  boolean unchanged() {
    return Unchanged.holds(inputs(), actual());
  }

  /** What a comparison of every attribute comes to. */
  Decision inFull() {
    return Comparing.inFull(inputs(), actual());
  }
}
