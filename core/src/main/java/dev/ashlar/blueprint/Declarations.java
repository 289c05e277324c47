package dev.ashlar.blueprint;

import dev.ashlar.value.keyed.Ordered;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Declarations by name, in the order of the document. What was given away never changes: one that
 * takes the place of another costs next to nothing, however many there are. For one thread.
 */
final class Declarations<T> {
  private Map<String, T> byName;

  Declarations() {
    this.byName = new LinkedHashMap<>();
  }

  /**
   * @param others what nobody changes
   */
  Declarations(Map<String, T> others) {
    this.byName = others;
  }

  void put(String name, T declaration) {
    if (byName instanceof Ordered<String, T> given && given.containsKey(name)) {
      byName = given.with(name, declaration);
    } else {
      own().put(name, declaration);
    }
  }

  void remove(String name) {
    if (has(name)) {
      own().remove(name);
    }
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  private Map<String, T> own() {
    if (byName instanceof Ordered<String, T> given) {
      byName = new LinkedHashMap<>(given);
    }
    return byName;
  }

  /** All of them, as they are now. */
  Map<String, T> shared() {
    byName = Ordered.copyOf(byName);
    return byName;
  }
}
