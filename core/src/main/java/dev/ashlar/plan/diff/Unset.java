package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
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
 * @param after what is wanted: null, or a secret of which a part is not declared any more
 * @param attribute what is known of it
 */
public record Unset(ValuePath path, Value before, Value after, Attribute attribute) {

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
          found.add(new Unset(here, there, Value.NULL, attribute));
        }
      } else if (attribute.shape() instanceof Shape.ObjectShape object
          && opened(entry.getValue()) instanceof Value.MapValue formerInner
          && opened(wanted.get(entry.getKey())) instanceof Value.MapValue wantedInner
          && opened(there) instanceof Value.MapValue actualInner) {
        List<Unset> inner = there instanceof Value.SecretValue ? new ArrayList<>() : found;
        collect(
            object.attributes(), definitions, formerInner, wantedInner, actualInner, here, inner);
        if (there instanceof Value.SecretValue && !inner.isEmpty()) {
          found.add(whole(here, there, wanted.get(entry.getKey()), attribute, inner));
        }
      }
    }
  }

  /** Of a secret not even where it changes must be told: it changes as a whole. */
  private static Unset whole(
      ValuePath path, Value before, Value after, Attribute attribute, List<Unset> inner) {
    Immutability strictest = attribute.immutability();
    for (Unset each : inner) {
      strictest = strictest.or(each.replaces() ? Immutability.YES : each.attribute.immutability());
    }
    Immutability whole = strictest;
    return new Unset(
        path,
        before,
        after,
        attribute.with(flags -> flags.immutability(whole).onUnset(OnUnset.UNSET)));
  }

  private static Value opened(Value value) {
    return value instanceof Value.SecretValue secret ? secret.content() : value;
  }

  private static boolean isSet(Attribute attribute, Value value) {
    return attribute.nullable() || !(value instanceof Value.NullValue);
  }
}
