package dev.ashlar.plan.view;

import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** What the name of a declaration stands for in expressions. */
public final class RootView {
  private RootView() {}

  /**
   * One object, or all by their keys.
   *
   * @param keyed whether the declaration has a {@code forEach}
   * @param declaration the address of the declaration
   * @param views the objects by address
   * @return null where there is no object and no {@code forEach}
   */
  public static Value of(boolean keyed, Address declaration, Map<Address, ? extends Value> views) {
    if (!keyed) {
      Value one = views.get(declaration);
      return one == null ? Value.NULL : one;
    }
    TreeMap<String, Value> byKey = new TreeMap<>();
    views.forEach((address, view) -> address.key().ifPresent(key -> byKey.put(key, view)));
    return new Value.MapValue(byKey);
  }
}
