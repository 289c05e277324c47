package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import java.util.Map;

/** Adds what the cloud has and nobody declares, where the schema says that it is kept. */
public final class Kept {
  private final Definitions definitions;

  private Kept(ResourceSchema schema) {
    this.definitions = Definitions.of(schema);
  }

  /** The wanted values, and the kept ones of the actual. */
  public static Value.MapValue fill(
      ResourceSchema schema, Value.MapValue wanted, Value.MapValue actual) {
    return new Kept(schema).fill(schema.properties(), wanted, actual);
  }

  private Value.MapValue fill(
      Map<String, Attribute> attributes, Value.MapValue wanted, Value.MapValue actual) {
    Value.MapValue filled = wanted;
    for (Map.Entry<String, Value> entry : actual.entries().entrySet()) {
      Attribute declared = attributes.get(entry.getKey());
      if (declared == null || declared.computed() || entry.getValue() instanceof Value.NullValue) {
        continue;
      }
      Attribute attribute = definitions.effective(declared);
      Value own = wanted.get(entry.getKey());
      if (!wanted.entries().containsKey(entry.getKey())) {
        if (attribute.onUnset() == OnUnset.KEEP) {
          filled = filled.with(entry.getKey(), entry.getValue());
        }
      } else if (attribute.shape() instanceof Shape.ObjectShape object
          && own instanceof Value.MapValue ownMap
          && entry.getValue() instanceof Value.MapValue actualMap) {
        Value.MapValue inner = fill(object.attributes(), ownMap, actualMap);
        filled = filled.with(entry.getKey(), inner);
      }
    }
    return filled;
  }
}
