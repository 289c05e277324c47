package dev.ashlar.schema;

import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;

/** Values as tests write them: JSON with single quotes. */
public final class Literals {
  private Literals() {}

  public static Value value(String json) {
    return ValueJson.parse(json.replace('\'', '"'));
  }

  public static Value.MapValue map(String json) {
    return (Value.MapValue) value(json);
  }
}
