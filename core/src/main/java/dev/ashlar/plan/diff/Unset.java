package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A property that was declared when it was applied last, is not declared any more, and still has a
 * value in the cloud.
 *
 * @param path which
 * @param before the value that it has
 * @param attribute what is known of it
 */
public record Unset(ValuePath path, Value before, Attribute attribute) {

  /** Whether the object must be replaced to be rid of the value. */
  public boolean replaces() {
    return attribute.onUnset() == OnUnset.REPLACE;
  }

  /**
   * Those that something must be done about: kept ones are none of them, and a default has taken
   * the place of what goes back to one.
   *
   * @param former what was declared last
   * @param wanted what is wanted now, with defaults
   * @param actual what the object has
   */
  public static List<Unset> between(
      ResourceSchema schema, Value.MapValue former, Value.MapValue wanted, Value.MapValue actual) {
    List<Unset> found = new ArrayList<>();
    collect(
        schema.properties(), Definitions.of(schema), former, wanted, actual, ValuePath.ROOT, found);
    return found;
  }

  private static void collect(
      Map<String, Attribute> attributes,
      Definitions definitions,
      Value.MapValue former,
      Value.MapValue wanted,
      Value.MapValue actual,
      ValuePath path,
      List<Unset> found) {
    for (Map.Entry<String, Value> entry : former.entries().entrySet()) {
      Attribute declared = attributes.get(entry.getKey());
      Value there = actual.get(entry.getKey());
      if (declared == null || !isSet(declared, entry.getValue()) || !isSet(declared, there)) {
        continue;
      }
      Attribute attribute = definitions.effective(declared);
      ValuePath here = path.key(entry.getKey());
      if (!wanted.entries().containsKey(entry.getKey())) {
        if (attribute.onUnset() != OnUnset.KEEP) {
          found.add(new Unset(here, there, attribute));
        }
      } else if (attribute.shape() instanceof Shape.ObjectShape object
          && entry.getValue() instanceof Value.MapValue formerInner
          && wanted.get(entry.getKey()) instanceof Value.MapValue wantedInner
          && there instanceof Value.MapValue actualInner) {
        collect(
            object.attributes(), definitions, formerInner, wantedInner, actualInner, here, found);
      }
    }
  }

  private static boolean isSet(Attribute attribute, Value value) {
    return attribute.nullable() || !(value instanceof Value.NullValue);
  }
}
