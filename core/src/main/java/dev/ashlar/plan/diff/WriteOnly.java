package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Values that can be set and never be read back. Of those that were applied only fingerprints are
 * kept, and by them a change shows.
 */
public final class WriteOnly {
  private final Definitions definitions;
  private final SortedMap<ValuePath, Value> found = new TreeMap<>();

  private WriteOnly(ResourceSchema schema) {
    this.definitions = Definitions.of(schema);
  }

  /** Every write-only value that is set, by its place. */
  public static SortedMap<ValuePath, Value> in(ResourceSchema schema, Value.MapValue properties) {
    WriteOnly values = new WriteOnly(schema);
    values.object(schema.properties(), properties, ValuePath.ROOT);
    return Collections.unmodifiableSortedMap(values.found);
  }

  /** The fingerprints of every write-only value that is set and known. */
  public static SortedMap<ValuePath, String> fingerprints(
      ResourceSchema schema, Value.MapValue properties, Function<Value, String> fingerprint) {
    SortedMap<ValuePath, String> prints = new TreeMap<>();
    in(schema, properties)
        .forEach(
            (path, value) -> {
              if (value.isKnown()) {
                prints.put(path, fingerprint.apply(value));
              }
            });
    return prints;
  }

  private void object(Map<String, Attribute> attributes, Value.MapValue values, ValuePath path) {
    values
        .entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = attributes.get(name);
              if (attribute != null) {
                value(attribute, value, path.key(name));
              }
            });
  }

  private void value(Attribute declared, Value value, ValuePath path) {
    Attribute attribute = definitions.effective(declared);
    if (attribute.writeOnly()) {
      if (!(value instanceof Value.NullValue)) {
        found.put(path, value);
      }
      return;
    }
    Value content = value instanceof Value.SecretValue secret ? secret.content() : value;
    if (attribute.shape() instanceof Shape.ObjectShape object
        && content instanceof Value.MapValue map) {
      object(object.attributes(), map, path);
    } else if (attribute.shape() instanceof Shape.MapShape shape
        && content instanceof Value.MapValue map) {
      map.entries().forEach((key, inner) -> value(shape.values(), inner, path.key(key)));
    } else if (attribute.shape() instanceof Shape.ListShape shape
        && content instanceof Value.ListValue list) {
      for (int i = 0; i < list.items().size(); i++) {
        value(shape.items(), list.items().get(i), path.index(i));
      }
    }
  }
}
