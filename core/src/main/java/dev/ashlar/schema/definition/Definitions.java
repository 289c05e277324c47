package dev.ashlar.schema.definition;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of one schema, put in where attributes name them. */
public final class Definitions {
  /** Of schemas that define nothing. */
  public static final Definitions NONE = new Definitions(Map.of());

  /** Definitions that only name each other are followed this far, then count as anything. */
  private static final int MAX_HOPS = 50;

  private final Map<String, Attribute> byName;

  private Definitions(Map<String, Attribute> byName) {
    this.byName = byName;
  }

  /** The definitions of a schema. */
  public static Definitions of(ResourceSchema schema) {
    return schema.definitions().isEmpty() ? NONE : new Definitions(schema.definitions());
  }

  /**
   * The attribute with its definition in place: the shape is never a {@link Shape.DefinitionShape}.
   * What the attribute says itself goes before what the definition says.
   */
  public Attribute effective(Attribute attribute) {
    Attribute at = attribute;
    for (int i = 0; at.shape() instanceof Shape.DefinitionShape named; i++) {
      Attribute definition = byName.get(named.definition());
      at =
          definition == null || i == MAX_HOPS
              ? at.shaped(Shape.Primitive.ANY)
              : merged(at, definition);
    }
    return at;
  }

  private static Attribute merged(Attribute own, Attribute definition) {
    return own.shaped(definition.shape())
        .with(
            builder -> {
              if (own.constraints().equals(Constraints.NONE)) {
                builder.constraints(definition.constraints());
              }
              if (own.equivalence().equals(Equivalence.EXACT)) {
                builder.equivalence(definition.equivalence());
              }
              return definition.sensitive() ? builder.sensitive() : builder;
            });
  }

  /**
   * The attributes on the way to a place, from the outside in, with their definitions in place. A
   * key that leads into a list counts as an item. Empty for the whole value, and where the schema
   * does not say what is there.
   */
  public List<Attribute> chain(Map<String, Attribute> attributes, ValuePath path) {
    List<Attribute> chain = new ArrayList<>();
    Map<String, Attribute> inside = attributes;
    for (ValuePath.Step step : path.steps()) {
      Optional<Attribute> next =
          chain.isEmpty() ? named(inside, step) : child(chain.get(chain.size() - 1), step);
      if (next.isEmpty()) {
        return List.of();
      }
      chain.add(effective(next.get()));
    }
    return chain;
  }

  private static Optional<Attribute> child(Attribute parent, ValuePath.Step step) {
    if (parent.shape() instanceof Shape.ObjectShape object) {
      return named(object.attributes(), step);
    }
    if (parent.shape() instanceof Shape.MapShape map) {
      return Optional.of(map.values());
    }
    return parent.shape() instanceof Shape.ListShape list
        ? Optional.of(list.items())
        : Optional.empty();
  }

  private static Optional<Attribute> named(Map<String, Attribute> attributes, ValuePath.Step step) {
    return step instanceof ValuePath.Key key
        ? Optional.ofNullable(attributes.get(key.name()))
        : Optional.empty();
  }
}
