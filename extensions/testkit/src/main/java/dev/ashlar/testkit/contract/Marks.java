package dev.ashlar.testkit.contract;

import dev.ashlar.value.Value;

/** The mark of ownership, as the engine writes it into tags. */
final class Marks {
  private static final String TAG = "ashlar-object";

  private Marks() {}

  /** The mark among tags; null where there is none. */
  static Value in(Value tags) {
    if (tags instanceof Value.SecretValue secret) {
      return in(secret.content());
    }
    if (tags instanceof Value.MapValue map) {
      return map.get(TAG);
    }
    if (tags instanceof Value.ListValue list) {
      for (Value item : list.items()) {
        if (item instanceof Value.MapValue tag && tag.entries().containsValue(Value.of(TAG))) {
          return tag.entries().values().stream()
              .filter(value -> !value.equals(Value.of(TAG)))
              .findFirst()
              .orElse(Value.NULL);
        }
      }
    }
    return Value.NULL;
  }

  /** A mark of somebody else. */
  static Value foreign(Value mark) {
    return mark instanceof Value.TextValue text ? Value.of("x" + text.text()) : mark;
  }
}
