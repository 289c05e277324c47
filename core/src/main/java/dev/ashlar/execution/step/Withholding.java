package dev.ashlar.execution.step;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes write-only values out of what is recorded: a secret unknown stands in their place, and a
 * keyed fingerprint shows a change.
 */
public final class Withholding {
  private final Definitions definitions;
  private final Function<Value, String> fingerprint;
  private final SortedMap<ValuePath, String> fingerprints = new TreeMap<>();

  private Withholding(ResourceSchema schema, Function<Value, String> fingerprint) {
    this.definitions = Definitions.of(schema);
    this.fingerprint = fingerprint;
  }

  /**
   * Values as they are recorded.
   *
   * @param values without write-only values
   * @param fingerprints of the write-only values that were known
   */
  public record Withheld(Value.MapValue values, SortedMap<ValuePath, String> fingerprints) {}

  /** The properties of an object as they are recorded. */
  public static Withheld of(
      ResourceSchema schema, Value.MapValue properties, Function<Value, String> fingerprint) {
    Withholding withholding = new Withholding(schema, fingerprint);
    Value.MapValue values = withholding.object(ValuePath.ROOT, schema.properties(), properties);
    return new Withheld(values, withholding.fingerprints);
  }

  private Value.MapValue object(
      ValuePath place, Map<String, Attribute> attributes, Value.MapValue values) {
    Value.MapValue kept = values;
    for (Map.Entry<String, Value> entry : values.entries().entrySet()) {
      Attribute attribute = attributes.get(entry.getKey());
      Value value = entry.getValue();
      Value left = attribute == null ? value : value(place.key(entry.getKey()), attribute, value);
      kept = left.equals(value) ? kept : kept.with(entry.getKey(), left);
    }
    return kept;
  }

  private Value value(ValuePath place, Attribute declared, Value value) {
    Attribute attribute = definitions.effective(declared);
    if (attribute.writeOnly() && !value.equals(Value.NULL)) {
      if (value.isKnown()) {
        fingerprints.put(place, fingerprint.apply(value));
      }
      return Value.secret(Value.unknown(attribute.type()));
    }
    return inside(place, attribute.shape(), value);
  }

  private Value inside(ValuePath place, Shape shape, Value value) {
    if (value instanceof Value.SecretValue secret) {
      return Value.secret(inside(place, shape, secret.content()));
    }
    if (shape instanceof Shape.ObjectShape object && value instanceof Value.MapValue entries) {
      return object(place, object.attributes(), entries);
    }
    if (shape instanceof Shape.MapShape map && value instanceof Value.MapValue entries) {
      Map<String, Value> kept = new TreeMap<>();
      entries
          .entries()
          .forEach((key, item) -> kept.put(key, value(place.key(key), map.values(), item)));
      return Value.map(kept);
    }
    if (shape instanceof Shape.ListShape list && value instanceof Value.ListValue items) {
      List<Value> kept = new ArrayList<>();
      for (int i = 0; i < items.items().size(); i++) {
        kept.add(value(place.index(i), list.items(), items.items().get(i)));
      }
      return Value.list(kept);
    }
    return value;
  }
}
