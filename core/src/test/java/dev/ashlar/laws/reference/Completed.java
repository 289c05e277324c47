package dev.ashlar.laws.reference;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.Map;

/** Declared values with their defaults. */
final class Completed {
  private Completed() {}

  static Value.MapValue of(Map<String, Attribute> attributes, Value.MapValue declared) {
    Value.MapValue all = declared;
    for (Attribute attribute : attributes.values()) {
      String name = attribute.name();
      if (!all.entries().containsKey(name) && attribute.defaultValue().isPresent()) {
        all = all.with(name, attribute.defaultValue().get());
      }
      if (attribute.shape() instanceof Shape.ObjectShape object
          && all.get(name) instanceof Value.MapValue inner) {
        all = all.with(name, of(object.attributes(), inner));
      }
    }
    return all;
  }
}
