package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the texts in an object's properties that refer to other objects. */
final class Mentions {
  private final ResourceSchema schema;
  private final List<StoredObject.Mention> found = new ArrayList<>();

  private Mentions(ResourceSchema schema) {
    this.schema = schema;
  }

  static List<StoredObject.Mention> of(ResourceSchema schema, Value.MapValue properties) {
    Mentions mentions = new Mentions(schema);
    mentions.object(schema.properties(), properties);
    return List.copyOf(mentions.found);
  }

  private void object(Map<String, Attribute> attributes, Value.MapValue values) {
    values
        .entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = attributes.get(name);
              if (attribute != null) {
                visit(attribute, value);
              }
            });
  }

  private void visit(Attribute attribute, Value value) {
    Shape shape = schema.resolve(attribute.shape());
    if (value instanceof Value.TextValue text && !attribute.references().isEmpty()) {
      List<String> types = attribute.references().stream().map(ReferenceTarget::type).toList();
      found.add(new StoredObject.Mention(types, text.text()));
    } else if (value instanceof Value.ListValue list && shape instanceof Shape.ListShape items) {
      Attribute item =
          items.items().references().isEmpty()
              ? items.items().with(flags -> flags.references(attribute.references()))
              : items.items();
      list.items().forEach(each -> visit(item, each));
    } else if (value instanceof Value.MapValue map && shape instanceof Shape.ObjectShape object) {
      object(object.attributes(), map);
    } else if (value instanceof Value.MapValue map && shape instanceof Shape.MapShape values) {
      map.entries().values().forEach(each -> visit(values.values(), each));
    }
  }
}
