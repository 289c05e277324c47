package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;

/**
 * A property that was declared when it was applied last, is not declared any more, and still has a
 * value in the cloud.
 *
 * @param path which
 * @param before the value that it has
 * @param after what is wanted: null, or a secret or a set of which a part is not declared any more
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
    return new Undeclared(schema).properties(former, wanted, actual);
  }

  /** Of a place whose parts are not told one by one: it changes as a whole. */
  static Unset whole(
      ValuePath path, Value before, Value after, Attribute attribute, List<Unset> parts) {
    Immutability strictest = attribute.immutability();
    for (Unset each : parts) {
      strictest = strictest.or(each.replaces() ? Immutability.YES : each.attribute.immutability());
    }
    Immutability whole = strictest;
    return new Unset(
        path,
        before,
        after,
        attribute.with(flags -> flags.immutability(whole).onUnset(OnUnset.UNSET)));
  }
}
