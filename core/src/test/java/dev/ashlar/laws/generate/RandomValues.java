package dev.ashlar.laws.generate;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Known values that fit an attribute, from few, so that equal ones are frequent. */
public final class RandomValues {
  private static final List<String> TEXTS =
      List.of("a", "A", "b", "i", "I", "İ", "ı", "ß", "", "1", "true", "é😀", "x y");
  private static final List<String> JSON_TEXTS =
      List.of("{\"a\":1,\"b\":2}", "{ \"b\": 2, \"a\": 1.0 }", "[1]", "{\"a\":1}", "no json");
  private static final List<String> NUMBERS = List.of("0", "1", "1.50", "-3", "2e3", "1234567.125");

  private final Random random;

  /** Values from a seed. */
  public RandomValues(Random random) {
    this.random = random;
  }

  /** A value. */
  public Value of(Attribute attribute) {
    if (attribute.shape() instanceof Shape.Primitive primitive) {
      return primitive(primitive, attribute.equivalence());
    }
    if (attribute.shape() instanceof Shape.ListShape list) {
      return attribute.equivalence() instanceof Equivalence.KeyedList
          ? keyed()
          : Value.list(several(() -> of(list.items())));
    }
    TreeMap<String, Value> entries = new TreeMap<>();
    if (attribute.shape() instanceof Shape.MapShape map) {
      several(() -> Value.of("k" + random.nextInt(4)))
          .forEach(key -> entries.put(key.toString(), of(map.values())));
    } else if (attribute.shape() instanceof Shape.ObjectShape object) {
      for (Attribute part : object.attributes().values()) {
        if (part.required() || random.nextInt(3) > 0) {
          entries.put(part.name(), of(part));
        }
      }
    }
    return Value.map(entries);
  }

  /** The same value in other words, as far as the attribute's rule knows any. */
  public Value reworded(Attribute attribute, Value value) {
    if (value instanceof Value.TextValue text
        && attribute.equivalence() == Equivalence.IGNORE_CASE
        && text.text().matches("[a-zA-Z]*")) {
      return Value.of(random.nextBoolean() ? upper(text.text()) : lower(text.text()));
    }
    if (value instanceof Value.ListValue list && attribute.equivalence() != Equivalence.EXACT) {
      List<Value> items = new ArrayList<>(list.items());
      Collections.shuffle(items, random);
      return Value.list(items);
    }
    return value;
  }

  private static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private Value primitive(Shape.Primitive primitive, Equivalence equivalence) {
    return switch (primitive) {
      case BOOLEAN -> Value.of(random.nextBoolean());
      case INTEGER -> Value.of(random.nextInt(5));
      case NUMBER -> Value.of(new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
      case STRING -> text(equivalence == Equivalence.JSON ? JSON_TEXTS : TEXTS);
      case ANY ->
          random.nextBoolean()
              ? text(TEXTS)
              : Value.map(java.util.Map.of("x", Value.list(Value.of(1), text(TEXTS))));
    };
  }

  private Value text(List<String> from) {
    return Value.of(from.get(random.nextInt(from.size())));
  }

  /** Items with different keys. */
  private Value keyed() {
    TreeMap<String, Value> items = new TreeMap<>();
    for (Value id : several(() -> Value.of("i" + random.nextInt(4)))) {
      TreeMap<String, Value> item = new TreeMap<>();
      item.put("Id", id);
      if (random.nextBoolean()) {
        item.put("Size", Value.of(random.nextInt(3)));
      }
      items.put(id.toString(), Value.map(item));
    }
    List<Value> list = new ArrayList<>(items.values());
    Collections.shuffle(list, random);
    return Value.list(list);
  }

  private List<Value> several(Supplier<Value> item) {
    List<Value> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }
}
