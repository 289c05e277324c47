package dev.ashlar.expression.cel;

import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads an argument to its last part, for functions that look inside it. */
final class Whole {
  private final int limit;

  Whole(int limit) {
    this.limit = limit;
  }

  /** The value without marks; empty if a part is unknown. */
  Optional<Value> of(Object argument) {
    Value value = opened(Outward.argument(limit).of(argument));
    return value.isKnown() ? Optional.of(value) : Optional.empty();
  }

  /** The value without marks of secrets; what is unknown in it stays unknown. */
  static Value opened(Value value) {
    if (!value.hasSecret()) {
      return value;
    }
    if (value instanceof Value.SecretValue secret) {
      return opened(secret.content());
    }
    if (value instanceof Value.ListValue list) {
      List<Value> items = new ArrayList<>();
      list.items().forEach(item -> items.add(opened(item)));
      return new Value.ListValue(items);
    }
    Map<String, Value> entries = new TreeMap<>();
    ((Value.MapValue) value).entries().forEach((key, item) -> entries.put(key, opened(item)));
    return Value.map(entries);
  }
}
