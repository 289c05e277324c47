package dev.ashlar.plan.naming;

import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** Made names and marks as they will be, for a person who looks at a plan. */
public final class AsBound {
  private AsBound() {}

  /**
   * A value of an object with the symbol of the lineage bound in it.
   *
   * @param lineage of the environment
   */
  public static Value of(Value value, String lineage, ObjectId object) {
    if (value instanceof Value.TextValue text && text.text().endsWith(Lineage.SYMBOL)) {
      String bound =
          text.text().equals(Lineage.SYMBOL)
              ? Lineage.mark(lineage, object)
              : text.text().replace(Lineage.SYMBOL, Lineage.name(lineage, object));
      return Value.of(bound);
    }
    if (value instanceof Value.ListValue list) {
      return Value.list(list.items().stream().map(item -> of(item, lineage, object)).toList());
    }
    if (value instanceof Value.MapValue map) {
      Map<String, Value> entries = new TreeMap<>();
      map.entries().forEach((key, entry) -> entries.put(key, of(entry, lineage, object)));
      return Value.map(entries);
    }
    return value;
  }
}
