package dev.ashlar.aws.model;

import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Cloud Control calls an object: the parts of its primary identifier, joined by a bar. */
public final class Identifier {
  private Identifier() {}

  /** What an object with these properties will be called; empty where the cloud decides. */
  public static Optional<String> of(ResourceSchema schema, Value.MapValue properties) {
    List<String> parts = new ArrayList<>();
    for (ValuePath path : schema.identity()) {
      Value part = path.in(properties);
      if (part instanceof Value.NullValue || !part.isKnown() || part.hasSecret()) {
        return Optional.empty();
      }
      parts.add(part.toString());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("|", parts));
  }

  /** The parts of an identifier that are known: what a list of children is asked for with. */
  public static Value.MapValue known(ResourceSchema schema, Value.MapValue properties) {
    Value.MapValue known = Value.MapValue.EMPTY;
    for (ValuePath path : schema.identity()) {
      Value part = properties.get(path.head());
      if (!(part instanceof Value.NullValue) && part.isKnown()) {
        known = known.with(path.head(), part);
      }
    }
    return known;
  }
}
