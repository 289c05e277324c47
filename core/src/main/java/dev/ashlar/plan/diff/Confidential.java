package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Marks as secret what the schema calls sensitive: a literal in a document has no mark yet. */
public final class Confidential {
  private final Definitions definitions;

  private Confidential(ResourceSchema schema) {
    this.definitions = Definitions.of(schema);
  }

  /** The properties with every sensitive one marked. */
  public static Value.MapValue properties(ResourceSchema schema, Value.MapValue values) {
    return new Confidential(schema).map(schema.properties(), values);
  }

  /** The outputs with every sensitive one marked. */
  public static Value.MapValue outputs(ResourceSchema schema, Value.MapValue values) {
    return new Confidential(schema).map(schema.outputs(), values);
  }

  /** One attribute's value with every sensitive part marked; the same one where there is none. */
  public static Value value(ResourceSchema schema, Attribute attribute, Value value) {
    return new Confidential(schema).mark(attribute, value);
  }

  private Value.MapValue map(Map<String, Attribute> attributes, Value.MapValue values) {
    TreeMap<String, Value> marked = null;
    for (Map.Entry<String, Value> entry : values.entries().entrySet()) {
      Attribute attribute = attributes.get(entry.getKey());
      Value value = attribute == null ? entry.getValue() : mark(attribute, entry.getValue());
      if (value != entry.getValue()) {
        marked = marked == null ? new TreeMap<>(values.entries()) : marked;
        marked.put(entry.getKey(), value);
      }
    }
    return marked == null ? values : new Value.MapValue(marked);
  }

  private Value mark(Attribute declared, Value value) {
    if (value instanceof Value.SecretValue || value instanceof Value.NullValue) {
      return value;
    }
    Attribute attribute = definitions.effective(declared);
    if (attribute.sensitive() || attribute.writeOnly()) {
      return Value.secret(value);
    }
    if (attribute.shape() instanceof Shape.ObjectShape object
        && value instanceof Value.MapValue map) {
      return map(object.attributes(), map);
    }
    if (attribute.shape() instanceof Shape.MapShape shape && value instanceof Value.MapValue map) {
      return entries(shape.values(), map);
    }
    return attribute.shape() instanceof Shape.ListShape shape
            && value instanceof Value.ListValue list
        ? items(shape.items(), list)
        : value;
  }

  private Value.MapValue entries(Attribute values, Value.MapValue map) {
    TreeMap<String, Value> marked = new TreeMap<>();
    boolean changed = false;
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      Value value = mark(values, entry.getValue());
      changed |= value != entry.getValue();
      marked.put(entry.getKey(), value);
    }
    return changed ? new Value.MapValue(marked) : map;
  }

  private Value items(Attribute items, Value.ListValue list) {
    List<Value> marked = new ArrayList<>(list.items().size());
    boolean changed = false;
    for (Value item : list.items()) {
      Value value = mark(items, item);
      changed |= value != item;
      marked.add(value);
    }
    return changed ? Value.list(marked) : list;
  }
}
