package dev.ashlar.schema.binding;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a record: all of it, then one exception. */
final class Complaints {
  private final List<String> all = new ArrayList<>();

  void add(String where, String what) {
    all.add(where + ": " + what);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * @throws IllegalArgumentException if there is anything to complain of
   */
  void throwIfAny(Class<?> type) {
    if (!all.isEmpty()) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be a schema:\n- " + String.join("\n- ", all));
    }
  }
}
