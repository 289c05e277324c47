package dev.ashlar.graph.compile;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import java.util.HashMap;
import java.util.Map;

/** A type's schema as a lookup sees it: any property or output can be asked for, none must be. */
final class LookupSchema {
  private LookupSchema() {}

  static ResourceSchema of(ResourceSchema schema) {
    Map<String, Attribute> attributes = new HashMap<>(schema.outputs());
    attributes.putAll(schema.properties());
    attributes.putIfAbsent("id", Attribute.of("id", Shape.Primitive.STRING));
    ResourceSchema.Builder open = ResourceSchema.builder(schema.type());
    attributes.forEach(
        (name, attribute) -> open.addProperty(Attribute.of(name, attribute.shape())));
    schema.definitions().values().forEach(open::addDefinition);
    return open.build();
  }
}
