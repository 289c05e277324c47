package dev.ashlar.governance.access;

import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.util.TreeMap;

/** Records without their secrets: for whoever may read them and not those. Pure. */
public final class Withholding {
  private Withholding() {}

  /** The records, each secret of them withheld, and without what providers keep for themselves. */
  public static State of(State state) {
    State.Builder builder = state.toBuilder().outputs(map(state.outputs()));
    for (StateObject object : state.objects()) {
      StateObject.Values values = object.values();
      builder.put(
          object
              .withOpaque(Bytes.EMPTY)
              .withValues(
                  new StateObject.Values(
                      map(values.declared()),
                      map(values.effective()),
                      map(values.observed()),
                      map(values.outputs()))));
    }
    return builder.build();
  }

  private static Value.MapValue map(Value.MapValue map) {
    if (!map.hasSecret()) {
      return map;
    }
    TreeMap<String, Value> all = new TreeMap<>();
    map.entries().forEach((name, value) -> all.put(name, value(value)));
    return new Value.MapValue(all);
  }

  private static Value value(Value value) {
    if (!value.hasSecret()) {
      return value;
    }
    if (value instanceof Value.MapValue map) {
      return map(map);
    }
    if (value instanceof Value.ListValue list) {
      return Value.list(list.items().stream().map(Withholding::value).toList());
    }
    return Value.secret(Value.unknown(value.type()));
  }
}
