package dev.ashlar.schema.binding;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.ValuePath;
import java.util.Map;

/** The places of properties that annotations name. */
final class Paths {
  private final Complaints complaints;
  private final Map<String, Attribute> properties;
  private final Definitions definitions;

  Paths(Complaints complaints, Map<String, Attribute> properties, Definitions definitions) {
    this.complaints = complaints;
    this.properties = properties;
    this.definitions = definitions;
  }

  /** A property of this name, or one inside another: {@code settings.name}. */
  ValuePath of(String name, String where) {
    ValuePath path =
        properties.containsKey(name) ? ValuePath.of(name) : ValuePath.of(name.split("\\.", -1));
    if (definitions.chain(properties, path).isEmpty()) {
      complaints.add(where, "there is no property " + name);
    }
    return path;
  }
}
