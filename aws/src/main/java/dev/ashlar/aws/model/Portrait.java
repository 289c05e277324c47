package dev.ashlar.aws.model;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes what Cloud Control tells of an object apart into what a user sets and what the cloud gives.
 * What the schema does not know is left out: AWS adds properties at any time. Texts that stand for
 * numbers and booleans, as some handlers write them, are read as such.
 */
public final class Portrait {
  private final ResourceSchema schema;

  public Portrait(ResourceSchema schema) {
    this.schema = schema;
  }

  /**
   * What a user sets; write-only properties are withheld by leaving them out.
   *
   * @param set what was set last: an object of which nothing can be read back is still there
   */
  public Value.MapValue properties(Value.MapValue told, Value.MapValue set) {
    return Hidden.restored(schema, object(schema.properties(), told), set);
  }

  /** What the cloud gives. */
  public Value.MapValue outputs(Value.MapValue told) {
    return object(schema.outputs(), told);
  }

  private Value.MapValue object(Map<String, Attribute> attributes, Value.MapValue told) {
    Map<String, Value> known = new TreeMap<>();
    told.entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = attributes.get(name);
              if (attribute != null && !attribute.writeOnly()) {
                shaped(attribute.shape(), value).ifPresent(part -> known.put(name, part));
              }
            });
    return Value.map(known);
  }

  private Optional<Value> shaped(Shape declared, Value value) {
    Shape shape = schema.resolve(declared);
    if (value instanceof Value.NullValue) {
      return Optional.empty();
    }
    if (shape instanceof Shape.Primitive primitive) {
      return primitive(primitive, value);
    }
    if (shape instanceof Shape.ListShape list && value instanceof Value.ListValue items) {
      List<Value> parts = new ArrayList<>();
      items.items().forEach(item -> shaped(list.items().shape(), item).ifPresent(parts::add));
      return Optional.of(Value.list(parts));
    }
    if (shape instanceof Shape.MapShape map && value instanceof Value.MapValue entries) {
      Map<String, Value> parts = new TreeMap<>();
      entries
          .entries()
          .forEach(
              (key, entry) ->
                  shaped(map.values().shape(), entry).ifPresent(part -> parts.put(key, part)));
      return Optional.of(Value.map(parts));
    }
    return shape instanceof Shape.ObjectShape object && value instanceof Value.MapValue entries
        ? Optional.of(object(object.attributes(), entries))
        : Optional.empty();
  }

  private static Optional<Value> primitive(Shape.Primitive shape, Value value) {
    return switch (shape) {
      case ANY -> Optional.of(value);
      case STRING -> text(value);
      case BOOLEAN -> bool(value);
      case INTEGER, NUMBER -> number(value);
    };
  }

  private static Optional<Value> text(Value value) {
    boolean plain = value instanceof Value.NumberValue || value instanceof Value.BoolValue;
    return value instanceof Value.TextValue
        ? Optional.of(value)
        : plain ? Optional.of(Value.of(value.toString())) : Optional.empty();
  }

  private static Optional<Value> bool(Value value) {
    if (value instanceof Value.TextValue text) {
      return switch (text.text()) {
        case "true" -> Optional.of(Value.of(true));
        case "false" -> Optional.of(Value.of(false));
        default -> Optional.empty();
      };
    }
    return value instanceof Value.BoolValue ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Value> number(Value value) {
    if (value instanceof Value.TextValue text) {
      try {
        return Optional.of(Value.of(new BigDecimal(text.text())));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return value instanceof Value.NumberValue ? Optional.of(value) : Optional.empty();
  }
}
