package dev.ashlar.plan.planner;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A provider with an attribute for every flag that a plan depends on. */
record TestTypes() implements Provider {
  /** A network: nothing but an immutable range and tags. */
  static final ResourceSchema NET =
      ResourceSchema.builder("t::Net")
          .addProperty(Attribute.builder("Range", Primitive.STRING).immutable().build())
          .addProperty(Attribute.of("Note", Primitive.STRING))
          .addOutput(text("NetId"))
          .build();

  /** One attribute for every flag. */
  static final ResourceSchema BOX =
      ResourceSchema.builder("t::Box")
          .addProperty(Attribute.builder("Name", Primitive.STRING).immutable().build())
          .addProperty(
              Attribute.builder("Size", Primitive.INTEGER).defaultValue(Value.of(1)).build())
          .addProperty(text("Mode"))
          .addProperty(Attribute.builder("Net", Primitive.STRING).immutable().build())
          .addProperty(text("Peer"))
          .addProperty(Attribute.builder("Kept", Primitive.STRING).onUnset(OnUnset.KEEP).build())
          .addProperty(
              Attribute.builder("Fixed", Primitive.STRING).onUnset(OnUnset.REPLACE).build())
          .addProperty(
              Attribute.builder("Back", Primitive.STRING)
                  .onUnset(OnUnset.DEFAULT)
                  .defaultValue(Value.of("home"))
                  .build())
          .addProperty(
              Attribute.builder("Case", Primitive.STRING)
                  .equivalence(Equivalence.IGNORE_CASE)
                  .build())
          .addProperty(
              Attribute.builder("Zones", new Shape.ListShape(text("zone")))
                  .equivalence(Equivalence.SET)
                  .build())
          .addProperty(
              Attribute.builder("Password", Primitive.STRING).sensitive().writeOnly().build())
          .addProperty(Attribute.builder("Token", Primitive.STRING).sensitive().build())
          .addProperty(
              Attribute.builder("Tier", Primitive.STRING)
                  .immutability(Immutability.CONDITIONAL)
                  .build())
          .addProperty(
              Attribute.builder("Maybe", Primitive.STRING)
                  .immutability(Immutability.UNKNOWN)
                  .build())
          .addProperty(Attribute.builder("Serial", Primitive.STRING).computed().build())
          .addProperty(Attribute.of("Labels", new Shape.MapShape(text("label"))))
          .addOutput(text("Arn"))
          .addOutput(
              Attribute.builder("Address", Primitive.STRING)
                  .stability(Stability.changedBy(List.of(ValuePath.of("Size"))))
                  .build())
          .addOutput(
              Attribute.builder("Count", Primitive.INTEGER).stability(Stability.VOLATILE).build())
          .identity(List.of(ValuePath.of("Name")))
          .build();

  /** A name and a mark that the engine makes. */
  static final ResourceSchema NAMED =
      ResourceSchema.builder("t::Named")
          .addProperty(Attribute.builder("Name", Primitive.STRING).immutable().build())
          .addProperty(Attribute.of("Text", Primitive.STRING))
          .addProperty(Attribute.builder("Kind", Primitive.STRING).immutable().build())
          .addProperty(Attribute.of("Tags", new Shape.MapShape(text("tag"))))
          .addOutput(text("Arn"))
          .identity(List.of(ValuePath.of("Name")))
          .naming(new ResourceSchema.NameRule("Name", 40, true, "-"))
          .ownershipMark(ValuePath.of("Tags"))
          .build();

  /** A type whose connector completes plans. */
  static final ResourceSchema REFINED =
      ResourceSchema.builder("t::Refined")
          .addProperty(
              Attribute.builder("Amount", Primitive.STRING)
                  .equivalence(Equivalence.CONNECTOR)
                  .build())
          .addProperty(text("Plain"))
          .addProperty(
              Attribute.builder("Tier", Primitive.STRING)
                  .immutability(Immutability.CONDITIONAL)
                  .build())
          .addProperty(Attribute.builder("Zone", Primitive.STRING).computed().build())
          .addOutput(text("Arn"))
          .build();

  private static Attribute text(String name) {
    return Attribute.of(name, Primitive.STRING);
  }

  @Override
  public Descriptor descriptor() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("region", text("region"));
    attributes.put("endpoint", text("endpoint"));
    return Descriptor.of("t", "1.0.0")
        .owning("t::")
        .configuredBy(new ConfigurationSchema(attributes, Set.of("region")));
  }

  @Override
  public Catalog catalog() {
    return Catalog.of(List.of(NET, BOX, NAMED, REFINED));
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of();
  }
}
