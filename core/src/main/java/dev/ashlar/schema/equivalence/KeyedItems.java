package dev.ashlar.schema.equivalence;

import dev.ashlar.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of a list by their keys. */
public final class KeyedItems {
  private KeyedItems() {}

  /**
   * The items by the text of their key, in the order of the list.
   *
   * @return empty where the list cannot be told by keys: an item is no object, has no key or an
   *     unknown one, or two have the same
   */
  public static Optional<Map<String, Value>> of(List<Value> items, String key) {
    Map<String, Value> byKey = new LinkedHashMap<>();
    for (Value item : items) {
      if (!(Secrets.opened(item) instanceof Value.MapValue map)) {
        return Optional.empty();
      }
      Value name = Secrets.opened(map.get(key));
      boolean usable =
          name instanceof Value.TextValue
              || name instanceof Value.NumberValue
              || name instanceof Value.BoolValue;
      if (!usable || byKey.put(name.toString(), item) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(byKey);
  }
}
