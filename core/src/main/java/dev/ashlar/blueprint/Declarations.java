package dev.ashlar.blueprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Declarations by name, in the order of the document. What was given away is copied before it
 * changes, and not before: a document of many resources is edited one at a time. For one thread.
 */
final class Declarations<T> {
  private Map<String, T> byName;
  private boolean shared;

  Declarations() {
    this.byName = new LinkedHashMap<>();
  }

  /**
   * @param others what nobody changes
   */
  Declarations(Map<String, T> others) {
    this.byName = others;
    this.shared = true;
  }

  void put(String name, T declaration) {
    own().put(name, declaration);
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
    if (shared) {
      byName = new LinkedHashMap<>(byName);
      shared = false;
    }
    return byName;
  }

  /** All of them, as they are now. */
  Map<String, T> shared() {
    if (!shared) {
      byName = Collections.unmodifiableMap(byName);
      shared = true;
    }
    return byName;
  }
}
