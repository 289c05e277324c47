package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.ValuePath;

/** Whether a place can be changed at all: what is inside an immutable property is immutable. */
final class Immutable {
  private Immutable() {}

  static Immutability at(ResourceSchema schema, ValuePath path) {
    Immutability strictest = Immutability.NO;
    for (Attribute attribute : Definitions.of(schema).chain(schema.properties(), path)) {
      strictest = strictest.or(attribute.immutability());
    }
    return strictest;
  }
}
