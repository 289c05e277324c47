package dev.ashlar.plan.format;

import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.util.stream.Collectors;

/** A value on one line, for a person: never a secret, never endless. */
final class ValueText {
  private static final int LONGEST = 96;

  private ValueText() {}

  static String of(Value value) {
    String text = whole(value);
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static String whole(Value value) {
    if (value instanceof Value.NullValue) {
      return "(not set)";
    }
    if (value instanceof Value.ListValue list) {
      return list.items().stream()
          .map(ValueText::whole)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Value.MapValue map) {
      return map.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + whole(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Value.TextValue) {
      return ValueJson.canonical(value);
    }
    return value.toString();
  }
}
