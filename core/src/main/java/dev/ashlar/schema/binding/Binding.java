package dev.ashlar.schema.binding;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;

/** How values of one Java type are read from values and written as values. Never sees null. */
interface Binding {
  /**
   * The Java value.
   *
   * @param value known and in clear; null only where the Java type is a value itself
   * @throws Mismatch if the value does not fit
   */
  Object decode(Value value, ValuePath path);

  /**
   * The value.
   *
   * @throws Mismatch if no value can say it
   */
  Value encode(Object java, ValuePath path);
}
