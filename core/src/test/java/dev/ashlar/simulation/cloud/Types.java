package dev.ashlar.simulation.cloud;

import dev.ashlar.connector.Provider;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.List;

/** One type for each promise that a cloud can make of what an interrupted creation has done. */
public final class Types {
  /** The cloud knows an idempotency key again. */
  public static final String KEYED = "sim::Keyed";

  /** Objects carry the mark of their owner. */
  public static final String MARKED = "sim::Marked";

  /** Objects have an identity that their owner gives. */
  public static final String NAMED = "sim::Named";

  /** All of it. */
  public static final String SAFE = "sim::Safe";

  /** Nothing of it: only a person can tell. */
  public static final String BLIND = "sim::Blind";

  /** All of them. */
  public static final List<String> ALL = List.of(KEYED, MARKED, NAMED, SAFE, BLIND);

  /** All but those whose objects have an identity that their owner gives. */
  public static final List<String> WITHOUT_NAMES = List.of(KEYED, MARKED, SAFE, BLIND);

  /** How long an effect may be invisible, for the types that can be found. */
  public static final Duration VISIBILITY = Duration.ofSeconds(20);

  /** What the provider is called. */
  public static final Provider.Descriptor DESCRIPTOR =
      Provider.Descriptor.of("sim", "1.0.0").owning("sim::");

  /** The schemas. */
  public static final Catalog CATALOG =
      Catalog.of(
          List.of(
              common(KEYED).idempotencyHorizon(Duration.ofDays(1)).build(),
              marked(common(MARKED)).build(),
              common(NAMED)
                  .identity(List.of(ValuePath.of("Key")))
                  .visibilityBound(VISIBILITY)
                  .build(),
              marked(common(SAFE)).idempotencyHorizon(Duration.ofDays(1)).build(),
              common(BLIND).build()));

  private Types() {}

  private static ResourceSchema.Builder common(String type) {
    return ResourceSchema.builder(type)
        .addProperty(Attribute.builder("Key", Primitive.STRING).required().immutable().build())
        .addProperty(Attribute.of("Size", Primitive.INTEGER))
        .addProperty(Attribute.of("Note", Primitive.STRING))
        .addProperty(Attribute.builder("Site", Primitive.STRING).immutable().build())
        .addProperty(
            Attribute.of("Uses", new Shape.ListShape(Attribute.of("use", Primitive.STRING))))
        .addProperty(Attribute.builder("Token", Primitive.STRING).sensitive().build())
        .addProperty(
            Attribute.builder("Password", Primitive.STRING).sensitive().writeOnly().build())
        .addOutput(Attribute.of("Arn", Primitive.STRING))
        .addOutput(Attribute.builder("Ready", Primitive.BOOLEAN).stability(bySize()).build())
        .addOutput(
            Attribute.builder("Zone", Primitive.STRING)
                .constraints(Constraints.NONE.withAllowed(List.of(Value.of("a"), Value.of("b"))))
                .stability(bySize())
                .build())
        .addOutput(Attribute.builder("Address", Primitive.STRING).stability(bySize()).build())
        .timeout(Operation.CREATE, Duration.ofMinutes(3))
        .timeout(Operation.UPDATE, Duration.ofMinutes(3))
        .timeout(Operation.DELETE, Duration.ofMinutes(3))
        .timeout(Operation.READ, Duration.ofMinutes(1))
        .timeout(Operation.LIST, Duration.ofMinutes(1));
  }

  private static Stability bySize() {
    return Stability.changedBy(List.of(ValuePath.of("Size")));
  }

  private static ResourceSchema.Builder marked(ResourceSchema.Builder type) {
    return type.addProperty(
            Attribute.of("Tags", new Shape.MapShape(Attribute.of("tag", Primitive.STRING))))
        .ownershipMark(ValuePath.of("Tags"))
        .visibilityBound(VISIBILITY);
  }
}
