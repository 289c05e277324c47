package dev.ashlar.execution.step;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/** Finds what is not known. */
final class Unknowns {
  private Unknowns() {}

  /** The places of unknowns; of withheld secrets only if they count. */
  static List<ValuePath> in(Value value, boolean withheldCounts) {
    List<ValuePath> found = new ArrayList<>();
    if (!value.isKnown()) {
      collect(ValuePath.ROOT, value, withheldCounts, found);
    }
    return found;
  }

  private static void collect(
      ValuePath place, Value value, boolean withheldCounts, List<ValuePath> found) {
    if (value instanceof Value.UnknownValue) {
      found.add(place);
    } else if (value instanceof Value.SecretValue secret) {
      if (withheldCounts) {
        collect(place, secret.content(), true, found);
      }
    } else if (value instanceof Value.MapValue map) {
      map.entries().forEach((key, item) -> collect(place.key(key), item, withheldCounts, found));
    } else if (value instanceof Value.ListValue list) {
      for (int i = 0; i < list.items().size(); i++) {
        collect(place.index(i), list.items().get(i), withheldCounts, found);
      }
    }
  }
}
