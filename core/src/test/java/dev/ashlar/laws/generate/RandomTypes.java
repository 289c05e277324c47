package dev.ashlar.laws.generate;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Resource types with every flag that a plan depends on. Each has a text {@code Key} that must be
 * set, and outputs of all three stabilities.
 */
public final class RandomTypes {
  /** The property that every object has. */
  public static final String KEY = "Key";

  private final Random random;
  private final RandomValues values;

  /** Types from a seed. */
  public RandomTypes(Random random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  /** So many types. */
  public List<ResourceSchema> types(int count) {
    List<ResourceSchema> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(type("law::T" + i));
    }
    return types;
  }

  private ResourceSchema type(String name) {
    ResourceSchema.Builder schema = ResourceSchema.builder(name);
    schema.addProperty(
        Attribute.builder(KEY, Primitive.STRING).required().immutability(immutability(6)).build());
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      schema.addProperty(property("P" + i));
    }
    if (random.nextInt(3) == 0) {
      schema.addProperty(Attribute.builder("Made", Primitive.STRING).computed().build());
    }
    schema.addOutput(Attribute.of("Arn", Primitive.STRING));
    schema.addOutput(
        Attribute.builder("Count", Primitive.STRING).stability(Stability.VOLATILE).build());
    schema.addOutput(
        Attribute.builder("Sum", Primitive.STRING)
            .stability(Stability.changedBy(List.of(ValuePath.of(KEY), ValuePath.of("P1"))))
            .build());
    if (random.nextInt(8) == 0) {
      schema.operations(Set.of(Operation.CREATE, Operation.READ, Operation.DELETE));
    }
    return schema.build();
  }

  private Attribute property(String name) {
    Shape shape = shape(true);
    Attribute.Builder builder = Attribute.builder(name, shape).equivalence(equivalence(shape));
    if (random.nextInt(10) == 0) {
      return builder.writeOnly().sensitive().immutability(immutability(4)).build();
    }
    if (random.nextInt(8) == 0) {
      builder.sensitive();
    }
    builder.immutability(immutability(4));
    return unset(builder);
  }

  private Attribute inner(String name) {
    Shape shape = shape(false);
    Attribute.Builder builder = Attribute.builder(name, shape).equivalence(equivalence(shape));
    builder.immutability(immutability(8));
    return unset(builder);
  }

  /** What it means that it is not set: a default, or one of the ways without. */
  private Attribute unset(Attribute.Builder builder) {
    if (random.nextInt(5) == 0) {
      return builder
          .onUnset(random.nextBoolean() ? OnUnset.DEFAULT : OnUnset.UNSET)
          .defaultValue(values.of(builder.build()))
          .build();
    }
    return builder
        .onUnset(
            List.of(OnUnset.UNSET, OnUnset.UNSET, OnUnset.KEEP, OnUnset.REPLACE)
                .get(random.nextInt(4)))
        .build();
  }

  private Immutability immutability(int rarity) {
    return random.nextInt(rarity) != 0
        ? Immutability.NO
        : List.of(
                Immutability.YES, Immutability.YES, Immutability.CONDITIONAL, Immutability.UNKNOWN)
            .get(random.nextInt(4));
  }

  private Shape shape(boolean deep) {
    return switch (random.nextInt(deep ? 12 : 5)) {
      case 0 -> Primitive.INTEGER;
      case 1 -> Primitive.BOOLEAN;
      case 2 -> Primitive.NUMBER;
      case 5 -> new Shape.ListShape(Attribute.of("item", Primitive.STRING));
      case 6 -> new Shape.ListShape(Attribute.of("item", Primitive.INTEGER));
      case 7 -> new Shape.ListShape(item());
      case 8, 9 -> new Shape.MapShape(Attribute.of("value", Primitive.STRING));
      case 10 -> object();
      case 11 -> Primitive.ANY;
      default -> Primitive.STRING;
    };
  }

  private static Attribute item() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("Id", Attribute.builder("Id", Primitive.STRING).required().build());
    attributes.put("Size", Attribute.of("Size", Primitive.INTEGER));
    return Attribute.of("item", new Shape.ObjectShape(attributes));
  }

  private Shape object() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (String name : List.of("A", "B", "C")) {
      attributes.put(name, inner(name));
    }
    return new Shape.ObjectShape(attributes);
  }

  private Equivalence equivalence(Shape shape) {
    if (shape == Primitive.STRING) {
      return List.of(
              Equivalence.EXACT, Equivalence.EXACT, Equivalence.IGNORE_CASE, Equivalence.JSON)
          .get(random.nextInt(4));
    }
    if (shape instanceof Shape.ListShape list) {
      return list.items().shape() instanceof Shape.ObjectShape
          ? Equivalence.keyedBy("Id")
          : random.nextBoolean() ? Equivalence.SET : Equivalence.EXACT;
    }
    return Equivalence.EXACT;
  }
}
