package dev.ashlar.testkit.contract;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import java.util.ArrayList;
import java.util.List;

/** The attributes inside an attribute. */
final class Parts {
  private static final int DEEPEST = 8;

  private Parts() {}

  static List<Attribute> of(ResourceSchema schema, Attribute attribute) {
    List<Attribute> all = new ArrayList<>();
    collect(schema, attribute, all, 0);
    return all;
  }

  private static void collect(
      ResourceSchema schema, Attribute attribute, List<Attribute> all, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    Shape shape = schema.resolve(attribute.shape());
    List<Attribute> parts = new ArrayList<>();
    if (shape instanceof Shape.ObjectShape object) {
      parts.addAll(object.attributes().values());
    } else if (shape instanceof Shape.ListShape list) {
      parts.add(list.items());
    } else if (shape instanceof Shape.MapShape map) {
      parts.add(map.values());
    }
    all.addAll(parts);
    parts.forEach(part -> collect(schema, part, all, depth + 1));
  }
}
