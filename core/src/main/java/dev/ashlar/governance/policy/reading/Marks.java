package dev.ashlar.governance.policy.reading;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a test writes what no document can hold: <code>{ $unknown: string }</code> for what is not
 * known yet, <code>{ $secret: x }</code> for a secret.
 */
final class Marks {
  private Marks() {}

  static Value read(Value value) {
    if (value instanceof Value.ListValue list) {
      List<Value> items = list.items().stream().map(Marks::read).toList();
      return Value.list(items);
    }
    if (!(value instanceof Value.MapValue map)) {
      return value;
    }
    if (map.entries().size() == 1) {
      Value unknown = map.get("$unknown");
      if (unknown instanceof Value.TextValue type) {
        return Value.unknown(type(type.text()));
      }
      if (map.entries().containsKey("$secret")) {
        return Value.secret(read(map.get("$secret")));
      }
    }
    Map<String, Value> entries = new TreeMap<>();
    map.entries().forEach((key, entry) -> entries.put(key, read(entry)));
    return Value.map(entries);
  }

  private static ValueType type(String word) {
    for (ValueType.Scalar scalar : ValueType.Scalar.values()) {
      if (scalar.name().toLowerCase(Locale.ROOT).equals(word)) {
        return scalar;
      }
    }
    return ValueType.ANY;
  }
}
