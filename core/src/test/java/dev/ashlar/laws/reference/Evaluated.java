package dev.ashlar.laws.reference;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a document with their references replaced by what they refer to. */
final class Evaluated {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(r[0-9]+)\\.([A-Za-z]+)}");

  private Evaluated() {}

  static Value of(Value value, Map<String, Value.MapValue> views) {
    if (value instanceof Value.MapValue map) {
      return of(map, views);
    }
    if (value instanceof Value.ListValue list) {
      return Value.list(list.items().stream().map(item -> of(item, views)).toList());
    }
    return value instanceof Value.TextValue text ? text(text.text(), views) : value;
  }

  static Value.MapValue of(Value.MapValue map, Map<String, Value.MapValue> views) {
    TreeMap<String, Value> all = new TreeMap<>();
    map.entries().forEach((key, value) -> all.put(key, of(value, views)));
    return Value.map(all);
  }

  private static Value text(String text, Map<String, Value.MapValue> views) {
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.find()) {
      return Value.of(text);
    }
    Value.MapValue view = views.getOrDefault(reference.group(1), Value.MapValue.EMPTY);
    Value value = view.get(reference.group(2));
    return value instanceof Value.UnknownValue
        ? Value.unknown(ValueType.STRING)
        : Value.of(reference.replaceFirst(Matcher.quoteReplacement(value.toString())));
  }

  /** The names that a value refers to. */
  static Set<String> references(Value value) {
    Set<String> names = new TreeSet<>();
    Matcher reference = REFERENCE.matcher(value.toString());
    while (reference.find()) {
      names.add(reference.group(1));
    }
    return names;
  }
}
