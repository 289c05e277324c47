package dev.ashlar.laws.rig;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values in other words that mean the same, as clouds write them down. */
final class Rewording {
  private Rewording() {}

  static Value.MapValue of(Map<String, Attribute> attributes, Value.MapValue values) {
    TreeMap<String, Value> all = new TreeMap<>();
    values
        .entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = attributes.get(name);
              all.put(name, attribute == null ? value : of(attribute, value));
            });
    return Value.map(all);
  }

  private static Value of(Attribute attribute, Value value) {
    if (value instanceof Value.TextValue text) {
      return text(attribute.equivalence(), text.text());
    }
    if (value instanceof Value.ListValue list && attribute.equivalence() != Equivalence.EXACT) {
      List<Value> items = new ArrayList<>(list.items());
      Collections.reverse(items);
      return Value.list(items);
    }
    return value instanceof Value.MapValue map && attribute.shape() instanceof Shape.ObjectShape o
        ? of(o.attributes(), map)
        : value;
  }

  private static Value text(Equivalence equivalence, String text) {
    if (equivalence == Equivalence.IGNORE_CASE && text.matches("[a-zA-Z]*")) {
      return Value.of(text.toUpperCase(java.util.Locale.ROOT));
    }
    boolean json = equivalence == Equivalence.JSON && (text.startsWith("{") || text.equals("1"));
    return Value.of(json ? " " + text + " " : text);
  }
}
