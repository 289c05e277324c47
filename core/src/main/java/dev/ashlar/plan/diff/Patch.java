package dev.ashlar.plan.diff;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/** Puts a value at a place inside another. */
public final class Patch {
  private Patch() {}

  /**
   * A copy with another value at the place; null takes the entry away. Where the way there does not
   * exist, maps are made; a place inside something else, or beyond a list, changes nothing.
   */
  public static Value.MapValue set(Value.MapValue whole, ValuePath path, Value value) {
    return set(whole, path.steps(), value) instanceof Value.MapValue map ? map : whole;
  }

  private static Value set(Value at, List<ValuePath.Step> steps, Value value) {
    if (steps.isEmpty()) {
      return value;
    }
    ValuePath.Step step = steps.get(0);
    List<ValuePath.Step> rest = steps.subList(1, steps.size());
    if (at instanceof Value.SecretValue secret) {
      return Value.secret(set(secret.content(), steps, value));
    }
    if (at instanceof Value.ListValue list) {
      return item(list, step, rest, value);
    }
    if (!(step instanceof ValuePath.Key key)
        || !(at instanceof Value.MapValue || at instanceof Value.NullValue)) {
      return at;
    }
    Value.MapValue map = at instanceof Value.MapValue there ? there : Value.MapValue.EMPTY;
    Value inner = set(map.get(key.name()), rest, value);
    if (inner instanceof Value.NullValue) {
      return at instanceof Value.MapValue ? map.without(key.name()) : at;
    }
    return map.with(key.name(), inner);
  }

  private static Value item(
      Value.ListValue list, ValuePath.Step step, List<ValuePath.Step> rest, Value value) {
    int index = step instanceof ValuePath.Index at ? at.index() : -1;
    if (index < 0 || index >= list.items().size()) {
      return list;
    }
    List<Value> items = new ArrayList<>(list.items());
    items.set(index, set(items.get(index), rest, value));
    return Value.list(items);
  }
}
