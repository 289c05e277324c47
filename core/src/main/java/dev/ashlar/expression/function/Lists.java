package dev.ashlar.expression.function;

import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Functions over lists of known values. */
public final class Lists {
  private Lists() {}

  /** The items as one text. */
  public static String join(List<Value> items, String separator, int limit) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Value item : items) {
      text.append(before).append(text("join", item));
      before = separator;
      if (text.length() > limit) {
        throw Refusal.size(limit);
      }
    }
    return text.toString();
  }

  /** The text of what can be a part of a text. */
  static String text(String function, Value item) {
    if (item instanceof Value.TextValue
        || item instanceof Value.NumberValue
        || item instanceof Value.BoolValue) {
      return item.toString();
    }
    String kind =
        item instanceof Value.NullValue
            ? "null"
            : item instanceof Value.ListValue ? "a list" : "a map";
    throw Refusal.argument(
        function + "() takes texts, numbers and booleans, and was given " + kind + ".");
  }

  /** The items without repetitions, each where it stood first. */
  public static List<Value> distinct(List<Value> items) {
    return List.copyOf(new LinkedHashSet<>(items));
  }

  /** The items in order: numbers by size, texts by their UTF-16 code units, false before true. */
  public static List<Value> sort(List<Value> items) {
    List<Value> sorted = new ArrayList<>(items);
    if (!items.isEmpty()) {
      Class<?> kind = items.get(0).getClass();
      if (!items.stream().allMatch(kind::isInstance)) {
        throw Refusal.argument("sort() takes items of one type.");
      }
    }
    sorted.sort(Lists::compare);
    return sorted;
  }

  private static int compare(Value a, Value b) {
    if (a instanceof Value.TextValue x && b instanceof Value.TextValue y) {
      return x.text().compareTo(y.text());
    }
    if (a instanceof Value.NumberValue x && b instanceof Value.NumberValue y) {
      return x.number().compareTo(y.number());
    }
    if (a instanceof Value.BoolValue x && b instanceof Value.BoolValue y) {
      return Boolean.compare(x.bool(), y.bool());
    }
    throw Refusal.argument("sort() takes texts, numbers or booleans.");
  }
}
