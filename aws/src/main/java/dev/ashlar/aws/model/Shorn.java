package dev.ashlar.aws.model;

import dev.ashlar.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** Values without what is not set: to AWS null is a value, and the wrong one. */
public final class Shorn {
  private Shorn() {}

  public static Value ofNulls(Value value) {
    if (value instanceof Value.SecretValue secret) {
      return Value.secret(ofNulls(secret.content()));
    }
    if (value instanceof Value.ListValue list) {
      return Value.list(list.items().stream().map(Shorn::ofNulls).toList());
    }
    if (!(value instanceof Value.MapValue map)) {
      return value;
    }
    Map<String, Value> kept = new TreeMap<>();
    map.entries()
        .forEach(
            (name, part) -> {
              if (!(part instanceof Value.NullValue)) {
                kept.put(name, ofNulls(part));
              }
            });
    return Value.map(kept);
  }
}
