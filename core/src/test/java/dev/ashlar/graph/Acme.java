package dev.ashlar.graph;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A provider with one type for each kind of thing that a schema can say. */
public record Acme(String name, List<ResourceSchema> schemas, ConfigurationSchema configuration)
    implements Provider {

  private static final Attribute TAG =
      Attribute.of(
          "Tag",
          object(
              Attribute.builder("Key", Primitive.STRING).required().build(),
              Attribute.of("Value", Primitive.STRING)));

  /** A name that the engine can make, tags, an object, constraints. */
  public static final ResourceSchema BUCKET =
      ResourceSchema.builder("acme::Bucket")
          .addProperty(Attribute.builder("BucketName", Primitive.STRING).immutable().build())
          .addProperty(Attribute.of("Tags", new Shape.ListShape(TAG)))
          .addProperty(
              Attribute.of(
                  "Versioning",
                  object(
                      Attribute.builder("Status", Primitive.STRING)
                          .required()
                          .constraints(
                              Constraints.NONE.withAllowed(
                                  List.of(Value.of("Enabled"), Value.of("Suspended"))))
                          .build(),
                      Attribute.of("Days", Primitive.INTEGER))))
          .addProperty(
              Attribute.builder("Size", Primitive.INTEGER)
                  .constraints(
                      Constraints.NONE.withRange(
                          Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN)))
                  .build())
          .addProperty(Attribute.of("Ratio", Primitive.NUMBER))
          .addProperty(Attribute.of("Public", Primitive.BOOLEAN))
          .addProperty(Attribute.of("KmsKey", Primitive.STRING))
          .addProperty(Attribute.of("Labels", new Shape.MapShape(text("label"))))
          .addProperty(Attribute.of("Policy", Primitive.ANY))
          .addProperty(
              Attribute.builder("Class", Primitive.STRING)
                  .deprecated(new Deprecation("2020", Optional.of("Tier")))
                  .build())
          .addOutput(text("Arn"))
          .addOutput(text("Url"))
          .identity(List.of(ValuePath.of("BucketName")))
          .naming(new ResourceSchema.NameRule("BucketName", 63, true, "-"))
          .build();

  /** All optional, and nothing that identifies it. */
  public static final ResourceSchema KEY =
      ResourceSchema.builder("acme::Key")
          .addProperty(Attribute.of("Rotation", Primitive.BOOLEAN))
          .addProperty(text("Alias"))
          .addProperty(Attribute.of("Users", new Shape.ListShape(text("user"))))
          .addOutput(text("Arn"))
          .build();

  /** Secrets, a computed property, an object among the outputs. */
  public static final ResourceSchema DATABASE =
      ResourceSchema.builder("acme::Database")
          .addProperty(Attribute.builder("Name", Primitive.STRING).required().build())
          .addProperty(
              Attribute.builder("Password", Primitive.STRING).sensitive().writeOnly().build())
          .addProperty(Attribute.of("Size", Primitive.INTEGER))
          .addProperty(Attribute.builder("Ready", Primitive.BOOLEAN).computed().build())
          .addOutput(
              Attribute.of(
                  "Endpoint", object(text("Host"), Attribute.of("Port", Primitive.INTEGER))))
          .addOutput(Attribute.builder("AdminToken", Primitive.STRING).sensitive().build())
          .addOutput(
              Attribute.of(
                  "Access",
                  object(
                      text("User"),
                      Attribute.builder("Key", Primitive.STRING).sensitive().build())))
          .identity(List.of(ValuePath.of("Name")))
          .build();

  /** A shape that contains itself. */
  public static final ResourceSchema TREE =
      ResourceSchema.builder("acme::Tree")
          .addDefinition(
              Attribute.of(
                  "Node",
                  object(
                      text("Name"),
                      Attribute.of("Left", new Shape.DefinitionShape("Node")),
                      Attribute.of(
                          "More",
                          new Shape.ListShape(
                              Attribute.of("node", new Shape.DefinitionShape("Node")))))))
          .addProperty(Attribute.of("Root", new Shape.DefinitionShape("Node")))
          .build();

  /** A type that is known and cannot be made. */
  public static final ResourceSchema RELIC =
      ResourceSchema.builder("acme::Relic")
          .addProperty(text("Name"))
          .operations(EnumSet.noneOf(Operation.class))
          .assumptions(List.of("Only the old console makes one."))
          .build();

  /** What a test needs of a provider. */
  public static Acme acme() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("Region", text("Region"));
    attributes.put("Token", Attribute.builder("Token", Primitive.STRING).sensitive().build());
    return new Acme(
        "acme",
        List.of(BUCKET, KEY, DATABASE, TREE, RELIC),
        new ConfigurationSchema(attributes, Set.of("Region")));
  }

  /** Another provider, which cannot do without a configuration. */
  public static Acme other() {
    return new Acme(
        "other",
        List.of(
            ResourceSchema.builder("other::Thing")
                .addProperty(text("Name"))
                .addOutput(text("Arn"))
                .build()),
        new ConfigurationSchema(
            Map.of("Endpoint", Attribute.builder("Endpoint", Primitive.STRING).required().build()),
            Set.of()));
  }

  private static Attribute text(String name) {
    return Attribute.of(name, Primitive.STRING);
  }

  private static Shape object(Attribute... attributes) {
    Map<String, Attribute> fields = new LinkedHashMap<>();
    Arrays.stream(attributes).forEach(attribute -> fields.put(attribute.name(), attribute));
    return new Shape.ObjectShape(fields);
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(name, "1.0.0").owning(name + "::").configuredBy(configuration);
  }

  @Override
  public Catalog catalog() {
    return Catalog.of(schemas);
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of();
  }
}
