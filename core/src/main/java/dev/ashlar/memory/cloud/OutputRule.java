package dev.ashlar.memory.cloud;

import dev.ashlar.value.Value;

/** How one output comes about. */
@FunctionalInterface
public interface OutputRule {
  /**
   * The output.
   *
   * @param id the object's identifier
   * @param properties its properties
   */
  Value of(String id, Value.MapValue properties);
}
