package dev.ashlar.memory.cloud;

import dev.ashlar.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an update leaves behind that fails on its way: some attributes are changed, some are not.
 */
final class Halfway {
  private Halfway() {}

  /** The first half of the differences, by name; of a single one nothing. */
  static Value.MapValue between(Value.MapValue before, Value.MapValue after) {
    Set<String> names = new TreeSet<>(before.entries().keySet());
    names.addAll(after.entries().keySet());
    List<String> different =
        names.stream().filter(name -> !before.get(name).equals(after.get(name))).toList();
    Value.MapValue mixed = before;
    for (String name : different.subList(0, different.size() / 2)) {
      mixed =
          after.entries().containsKey(name)
              ? mixed.with(name, after.get(name))
              : mixed.without(name);
    }
    return mixed;
  }
}
