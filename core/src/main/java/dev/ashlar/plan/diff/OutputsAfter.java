package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the outputs of an object will be: the ones that a change leaves alone stay known. */
public final class OutputsAfter {
  private OutputsAfter() {}

  /** Of a new object: none is known. */
  public static Value.MapValue creation(ResourceSchema schema) {
    TreeMap<String, Value> outputs = new TreeMap<>();
    schema.outputs().forEach((name, output) -> outputs.put(name, unknown(output)));
    return new Value.MapValue(outputs);
  }

  /** The properties of an object that nobody looked at yet: none is known. */
  public static Value.MapValue properties(ResourceSchema schema) {
    TreeMap<String, Value> properties = new TreeMap<>();
    schema.properties().forEach((name, property) -> properties.put(name, unknown(property)));
    return new Value.MapValue(properties);
  }

  /**
   * Of an object that is changed in place.
   *
   * @param outputs what they are now
   * @param changed the properties that change, or may
   */
  public static Value.MapValue update(
      ResourceSchema schema, Value.MapValue outputs, List<ValuePath> changed) {
    TreeMap<String, Value> after = new TreeMap<>(outputs.entries());
    for (Map.Entry<String, Attribute> output : schema.outputs().entrySet()) {
      if (changes(output.getValue(), changed)) {
        after.put(output.getKey(), unknown(output.getValue()));
      }
    }
    return new Value.MapValue(after);
  }

  /** Whether a change of these properties may change the attribute. */
  static boolean changes(Attribute output, List<ValuePath> changed) {
    Stability stability = output.stability();
    if (stability instanceof Stability.ChangedBy by) {
      return by.inputs().stream()
          .anyMatch(
              input ->
                  changed.stream().anyMatch(path -> input.contains(path) || path.contains(input)));
    }
    return stability == Stability.VOLATILE && !changed.isEmpty();
  }

  /** An unknown of an attribute's type, secret where the attribute is sensitive. */
  static Value unknown(Attribute attribute) {
    Value unknown = Value.unknown(attribute.type());
    return attribute.sensitive() ? Value.secret(unknown) : unknown;
  }
}
