package dev.ashlar.aws.othersource;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths as the registry writes them: an asterisk stands for any item. */
final class Paths {
  private Paths() {}

  /** What lies at a path; null where the schema does not know it. */
  static @Nullable Attribute attribute(ResourceSchema schema, String path) {
    Map<String, Attribute> among = schema.properties();
    Attribute at = null;
    for (String step : path.split("/", -1)) {
      if (step.equals("*") || step.equals("items") || step.equals("properties")) {
        continue;
      }
      at = among.get(step);
      if (at == null) {
        return null;
      }
      among = inside(schema, at);
    }
    return at;
  }

  private static Map<String, Attribute> inside(ResourceSchema schema, Attribute attribute) {
    Shape shape = schema.resolve(attribute.shape());
    if (shape instanceof Shape.ListShape list) {
      return inside(schema, list.items());
    }
    if (shape instanceof Shape.MapShape map) {
      return inside(schema, map.values());
    }
    return shape instanceof Shape.ObjectShape object ? object.attributes() : Map.of();
  }
}
