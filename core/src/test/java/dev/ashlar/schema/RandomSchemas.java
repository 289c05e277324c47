package dev.ashlar.schema;

import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Schemas and values for them, from a seed. */
public final class RandomSchemas {
  private static final List<String> NAMES = List.of("a", "b", "Cc", "d_e", "f-g", "h i");
  private static final List<String> TEXTS =
      List.of("", "x", "y", "X", "xyz", "7", "true", "é😀", "a b", "{\"a\":1}", "{ \"a\" : 1 }");

  private final Random random;

  public RandomSchemas(Random random) {
    this.random = random;
  }

  public ResourceSchema schema() {
    ResourceSchema.Builder schema = ResourceSchema.builder("acme::Random");
    schema.addDefinition(Attribute.of("Node", object(1)));
    for (String name : some(NAMES)) {
      schema.addProperty(attribute(name, 3));
    }
    return schema.build();
  }

  /** A value that fits the schema's types; it may break any constraint. */
  public Value.MapValue value(ResourceSchema schema) {
    return object(schema, schema.properties(), 4);
  }

  /** A value of no schema at all. */
  public Value anything(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> Value.of(random.nextBoolean());
      case 1 -> number();
      case 2 -> text();
      case 3 -> Value.of(random.nextInt(3));
      case 4 -> Value.list(list(depth, () -> anything(depth - 1)));
      default -> {
        TreeMap<String, Value> entries = new TreeMap<>();
        some(NAMES).forEach(name -> entries.put(name, anything(depth - 1)));
        yield Value.map(entries);
      }
    };
  }

  /** The value with one property more, less or other, or with its lists in another order. */
  public Value.MapValue altered(ResourceSchema schema, Value.MapValue value) {
    if (schema.properties().isEmpty()) {
      return value;
    }
    List<String> names = new ArrayList<>(schema.properties().keySet());
    String name = names.get(random.nextInt(names.size()));
    return switch (random.nextInt(4)) {
      case 0 -> value.without(name);
      case 1 -> (Value.MapValue) shuffled(value);
      case 2 -> value(schema);
      default -> value.with(name, value(schema, schema.properties().get(name), 4));
    };
  }

  private Value shuffled(Value value) {
    if (value instanceof Value.ListValue list) {
      List<Value> items = new ArrayList<>(list.items().stream().map(this::shuffled).toList());
      Collections.shuffle(items, random);
      return Value.list(items);
    }
    if (value instanceof Value.MapValue map) {
      TreeMap<String, Value> entries = new TreeMap<>();
      map.entries().forEach((key, entry) -> entries.put(key, shuffled(entry)));
      return Value.map(entries);
    }
    return value;
  }

  private Attribute attribute(String name, int depth) {
    Shape shape = shape(depth);
    Attribute.Builder builder = Attribute.builder(name, shape).constraints(constraints(shape));
    if (random.nextInt(3) == 0) {
      builder.required();
    }
    if (random.nextInt(5) == 0) {
      builder.nullable();
    }
    if (random.nextInt(8) == 0) {
      builder.writeOnly();
    }
    return builder.equivalence(equivalence(shape)).build();
  }

  private Shape shape(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> Shape.Primitive.ANY;
      case 1 -> Shape.Primitive.BOOLEAN;
      case 2 -> Shape.Primitive.INTEGER;
      case 3 -> Shape.Primitive.NUMBER;
      case 4 -> Shape.Primitive.STRING;
      case 5 -> new Shape.ListShape(attribute("item", depth - 1));
      case 6 -> new Shape.MapShape(attribute("value", depth - 1));
      case 7 -> new Shape.DefinitionShape("Node");
      default -> object(depth - 1);
    };
  }

  private Shape.ObjectShape object(int depth) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (String name : some(NAMES)) {
      attributes.put(name, attribute(name, depth));
    }
    return new Shape.ObjectShape(attributes);
  }

  private Constraints constraints(Shape shape) {
    Constraints result = Constraints.NONE;
    if (random.nextInt(3) > 0) {
      return result;
    }
    if (shape == Shape.Primitive.INTEGER || shape == Shape.Primitive.NUMBER) {
      result =
          result.withRange(
              Optional.of(BigDecimal.valueOf(random.nextInt(4) - 2)),
              random.nextBoolean() ? Optional.empty() : Optional.of(new BigDecimal("2.5")));
    } else if (!(shape instanceof Shape.Primitive) || shape == Shape.Primitive.STRING) {
      result = result.withLength(Optional.of(random.nextInt(2)), Optional.of(2));
    }
    if (shape == Shape.Primitive.STRING && random.nextBoolean()) {
      result = random.nextBoolean() ? result.withPattern("^[a-z]*$") : result.withPattern("x|7");
    }
    if (shape == Shape.Primitive.STRING && random.nextInt(4) == 0) {
      result = result.withAllowed(List.of(Value.of("x"), Value.of("y")));
    }
    return result;
  }

  private Equivalence equivalence(Shape shape) {
    if (shape == Shape.Primitive.STRING) {
      return List.of(Equivalence.EXACT, Equivalence.IGNORE_CASE, Equivalence.JSON)
          .get(random.nextInt(3));
    }
    if (shape instanceof Shape.ListShape) {
      return List.of(Equivalence.EXACT, Equivalence.SET, Equivalence.keyedBy("a"))
          .get(random.nextInt(3));
    }
    return Equivalence.EXACT;
  }

  private Value.MapValue object(
      ResourceSchema schema, Map<String, Attribute> attributes, int depth) {
    TreeMap<String, Value> entries = new TreeMap<>();
    attributes.forEach(
        (name, attribute) -> {
          if (random.nextInt(5) > 0) {
            entries.put(name, value(schema, attribute, depth));
          }
        });
    return Value.map(entries);
  }

  private Value value(ResourceSchema schema, Attribute attribute, int depth) {
    Shape shape = schema.resolve(attribute.shape());
    if (attribute.nullable() && random.nextInt(6) == 0) {
      return Value.NULL;
    }
    if (shape instanceof Shape.ListShape list) {
      return Value.list(list(depth, () -> value(schema, list.items(), depth - 1)));
    }
    if (shape instanceof Shape.MapShape map) {
      TreeMap<String, Value> entries = new TreeMap<>();
      list(depth, () -> Value.of(random.nextInt(9)))
          .forEach(key -> entries.put("k" + key, value(schema, map.values(), depth - 1)));
      return Value.map(entries);
    }
    if (shape instanceof Shape.ObjectShape object) {
      return depth > 0 ? object(schema, object.attributes(), depth - 1) : Value.MapValue.EMPTY;
    }
    return switch ((Shape.Primitive) shape) {
      case ANY -> anything(1);
      case BOOLEAN -> Value.of(random.nextBoolean());
      case INTEGER -> Value.of(random.nextInt(7) - 3);
      case NUMBER -> number();
      case STRING -> text();
    };
  }

  private List<Value> list(int depth, java.util.function.Supplier<Value> item) {
    List<Value> items = new ArrayList<>();
    for (int i = depth > 0 ? random.nextInt(4) : 0; i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }

  private Value number() {
    return Value.of(
        new BigDecimal(List.of("0", "1", "1.0", "2.5", "-3", "1e3").get(random.nextInt(6))));
  }

  private Value text() {
    return Value.of(TEXTS.get(random.nextInt(TEXTS.size())));
  }

  private <T> List<T> some(List<T> all) {
    List<T> some = new ArrayList<>();
    all.forEach(
        one -> {
          if (random.nextInt(2) == 0) {
            some.add(one);
          }
        });
    return some;
  }
}
