package dev.ashlar.testkit.contract;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The least object of a shape: what is required and has no default.
 *
 * @param schema the type's schema
 */
record Example(ResourceSchema schema) {

  /** Empty where something is required that only a person can give. */
  Optional<Value> of(Shape.ObjectShape object) {
    Map<String, Value> values = new TreeMap<>();
    for (Attribute attribute : object.attributes().values()) {
      if (attribute.computed() || !attribute.required()) {
        continue;
      }
      Optional<Value> value =
          attribute.references().isEmpty()
              ? new Variation(schema).of(attribute, Optional.empty())
              : Optional.empty();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put(attribute.name(), value.get());
    }
    return Optional.of(Value.map(values));
  }
}
