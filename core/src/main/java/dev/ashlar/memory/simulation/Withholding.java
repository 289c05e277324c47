package dev.ashlar.memory.simulation;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a read shows: of a write-only property only that it is set. */
final class Withholding {
  private Withholding() {}

  static Value.MapValue of(ResourceSchema schema, Value.MapValue properties) {
    return object(schema, schema.properties(), properties);
  }

  private static Value.MapValue object(
      ResourceSchema schema, Map<String, Attribute> attributes, Value.MapValue values) {
    Map<String, Value> shown = new TreeMap<>();
    values
        .entries()
        .forEach((name, value) -> shown.put(name, value(schema, attributes.get(name), value)));
    return Value.map(shown);
  }

  private static Value value(ResourceSchema schema, @Nullable Attribute attribute, Value value) {
    if (attribute == null) {
      return value;
    }
    if (attribute.writeOnly()) {
      return Value.secret(Value.unknown(ValueType.ANY));
    }
    Shape shape = schema.resolve(attribute.shape());
    if (value instanceof Value.MapValue map && shape instanceof Shape.ObjectShape object) {
      return object(schema, object.attributes(), map);
    }
    if (value instanceof Value.ListValue list && shape instanceof Shape.ListShape items) {
      return Value.list(
          list.items().stream().map(item -> value(schema, items.items(), item)).toList());
    }
    return value;
  }
}
