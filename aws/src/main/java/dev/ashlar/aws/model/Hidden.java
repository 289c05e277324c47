package dev.ashlar.aws.model;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.Map;

/**
 * An object of which only write-only parts were set is not shown by a read: it stands there empty,
 * as what it is without them.
 */
final class Hidden {
  private Hidden() {}

  static Value.MapValue restored(ResourceSchema schema, Value.MapValue told, Value.MapValue set) {
    return restored(schema, schema.properties(), told, set);
  }

  private static Value.MapValue restored(
      ResourceSchema schema,
      Map<String, Attribute> attributes,
      Value.MapValue told,
      Value.MapValue set) {
    Value.MapValue whole = told;
    for (Map.Entry<String, Value> entry : set.entries().entrySet()) {
      Attribute attribute = attributes.get(entry.getKey());
      if (attribute == null
          || attribute.writeOnly()
          || !(plain(entry.getValue()) instanceof Value.MapValue parts)
          || !(schema.resolve(attribute.shape()) instanceof Shape.ObjectShape object)) {
        continue;
      }
      Value there = told.get(entry.getKey());
      if (there instanceof Value.MapValue inner) {
        whole = whole.with(entry.getKey(), restored(schema, object.attributes(), inner, parts));
      } else if (isHidden(schema, object, parts)) {
        whole =
            whole.with(
                entry.getKey(), restored(schema, object.attributes(), Value.MapValue.EMPTY, parts));
      }
    }
    return whole;
  }

  private static boolean isHidden(
      ResourceSchema schema, Shape.ObjectShape object, Value.MapValue parts) {
    return parts.entries().entrySet().stream()
        .allMatch(
            entry -> {
              Attribute attribute = object.attributes().get(entry.getKey());
              return entry.getValue() instanceof Value.NullValue
                  || attribute != null
                      && (attribute.writeOnly()
                          || plain(entry.getValue()) instanceof Value.MapValue inner
                              && schema.resolve(attribute.shape())
                                  instanceof Shape.ObjectShape further
                              && isHidden(schema, further, inner));
            });
  }

  private static Value plain(Value value) {
    return value instanceof Value.SecretValue secret ? secret.content() : value;
  }
}
