package dev.ashlar.aws.everytype;

import dev.ashlar.value.Value;
import java.util.List;

/** Whether a value says something that another one does not, and does not only leave parts out. */
final class Novelty {
  private Novelty() {}

  static boolean adds(Value now, Value before) {
    if (now instanceof Value.MapValue map && before instanceof Value.MapValue other) {
      return map.entries().entrySet().stream()
          .anyMatch(part -> adds(part.getValue(), other.get(part.getKey())));
    }
    if (now instanceof Value.ListValue list && before instanceof Value.ListValue other) {
      List<Value> items = list.items();
      List<Value> others = other.items();
      if (items.size() != others.size()) {
        return true;
      }
      // Whatever the order: to a set it does not count.
      return items.stream().anyMatch(item -> others.stream().allMatch(each -> adds(item, each)));
    }
    return !now.equals(before);
  }
}
