package dev.ashlar.plan.object;

import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;

/**
 * An object as it is now.
 *
 * @param recorded what the state says of it
 * @param properties what it has
 * @param outputs what the cloud gives
 */
record Actual(Recorded recorded, Value.MapValue properties, Value.MapValue outputs) {
  /** As the state says, where the cloud was not asked. */
  static Actual asRecorded(Recorded recorded) {
    StateObject.Values values = recorded.original().values();
    boolean seen = !values.observed().entries().isEmpty();
    return new Actual(recorded, seen ? values.observed() : values.effective(), values.outputs());
  }

  /** As recorded, at the address that it has from now on. */
  StateObject object() {
    return recorded.object();
  }

  /** What expressions see of it, when nothing is done to it. */
  StateObject.Values values() {
    StateObject.Values values = recorded.original().values();
    return new StateObject.Values(values.declared(), values.effective(), properties, outputs);
  }
}
