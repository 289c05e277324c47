package dev.ashlar.memory.cloud;

import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A type that the cloud serves.
 *
 * @param schema what is declared of it
 * @param traits what is not
 */
public record SimulatedType(ResourceSchema schema, TypeTraits traits) {

  /**
   * What no other object may have: the values of the identity's properties; empty where the type
   * has no identity, or not all of them are set.
   */
  public Optional<String> identity(Value.MapValue properties) {
    List<String> parts = new ArrayList<>();
    for (ValuePath path : schema.identity()) {
      Value value = path.in(properties);
      if (value.equals(Value.NULL) || !value.isKnown() || value.hasSecret()) {
        return Optional.empty();
      }
      parts.add(value instanceof Value.TextValue text ? text.text() : ValueJson.canonical(value));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("|", parts));
  }

  /** Whether the cloud can tell which of a type's objects a request made. */
  public static boolean isFindable(ResourceSchema schema) {
    return schema.ownershipMark().isPresent() || !schema.identity().isEmpty();
  }

  /** What the properties refer to. */
  public List<StoredObject.Mention> mentions(Value.MapValue properties) {
    return Mentions.of(schema, properties);
  }
}
