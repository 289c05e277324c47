package dev.ashlar.laws.reference;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether two values mean the same, from the words of the rules alone. */
enum Sameness {
  SAME,
  DIFFERENT,
  OPEN;

  static Sameness of(Attribute attribute, Value wanted, Value there) {
    if (wanted instanceof Value.UnknownValue) {
      return OPEN;
    }
    if (wanted instanceof Value.MapValue a && there instanceof Value.MapValue b) {
      return maps(attribute, a, b);
    }
    if (wanted instanceof Value.ListValue a && there instanceof Value.ListValue b) {
      return lists(attribute, a, b);
    }
    if (wanted instanceof Value.TextValue a && there instanceof Value.TextValue b) {
      return of(texts(attribute.equivalence(), a.text(), b.text()));
    }
    return of(wanted.equals(there));
  }

  private static Sameness of(boolean same) {
    return same ? SAME : DIFFERENT;
  }

  private Sameness and(Sameness other) {
    return this == DIFFERENT || other == DIFFERENT ? DIFFERENT : this == SAME ? other : OPEN;
  }

  private static boolean texts(Equivalence equivalence, String a, String b) {
    if (equivalence == Equivalence.IGNORE_CASE) {
      return a.equalsIgnoreCase(b);
    }
    return equivalence == Equivalence.JSON ? json(a).equals(json(b)) : a.equals(b);
  }

  private static Value json(String text) {
    try {
      return ValueJson.parse(text);
    } catch (UncheckedIOException e) {
      return Value.of("not JSON: " + text);
    }
  }

  private static Sameness lists(Attribute attribute, Value.ListValue a, Value.ListValue b) {
    if (attribute.equivalence() == Equivalence.SET) {
      return of(new HashSet<>(a.items()).equals(new HashSet<>(b.items())));
    }
    if (attribute.equivalence() instanceof Equivalence.KeyedList keyed) {
      return of(byKey(a, keyed.key()).equals(byKey(b, keyed.key())));
    }
    Sameness all = of(a.items().size() == b.items().size());
    for (int i = 0; i < a.items().size() && all != DIFFERENT; i++) {
      all = all.and(of(items(attribute), a.items().get(i), b.items().get(i)));
    }
    return all;
  }

  private static Sameness maps(Attribute attribute, Value.MapValue a, Value.MapValue b) {
    Sameness all = SAME;
    boolean object = attribute.shape() instanceof Shape.ObjectShape;
    for (String key : keys(a, b)) {
      boolean ownBusiness = object && !a.entries().containsKey(key);
      all = ownBusiness ? all : all.and(of(part(attribute, key), a.get(key), b.get(key)));
    }
    return all;
  }

  static Set<String> keys(Value.MapValue a, Value.MapValue b) {
    Set<String> keys = new TreeSet<>(a.entries().keySet());
    keys.addAll(b.entries().keySet());
    return keys;
  }

  static Attribute items(Attribute attribute) {
    return attribute.shape() instanceof Shape.ListShape list
        ? list.items()
        : Attribute.of("item", Shape.Primitive.ANY);
  }

  static Attribute part(Attribute attribute, String key) {
    if (attribute.shape() instanceof Shape.ObjectShape object) {
      return object.attributes().get(key);
    }
    return attribute.shape() instanceof Shape.MapShape map
        ? map.values()
        : Attribute.of(key, Shape.Primitive.ANY);
  }

  static Map<String, Value> byKey(Value.ListValue list, String key) {
    Map<String, Value> items = new TreeMap<>();
    list.items().forEach(item -> items.put(((Value.MapValue) item).get(key).toString(), item));
    return items;
  }
}
