package dev.ashlar.execution.rig;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.step.Known;
import dev.ashlar.execution.step.Remainder;
import dev.ashlar.plan.Change;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** What is left of a plan: nothing, but what a test says. */
public final class Literal implements Remainder {
  private final Map<String, BiFunction<Change, Known, Checked<Change>>> changes = new HashMap<>();
  private Value.MapValue configuration = Value.MapValue.EMPTY;
  private BiFunction<Value.MapValue, Known, Checked<Value.MapValue>> outputs =
      (none, known) -> Checked.of(none);

  /** How a change is resolved. */
  public Literal change(String id, BiFunction<Change, Known, Checked<Change>> resolution) {
    changes.put(id, resolution);
    return this;
  }

  /** What the outputs are. */
  public Literal outputs(BiFunction<Value.MapValue, Known, Checked<Value.MapValue>> value) {
    outputs = value;
    return this;
  }

  @Override
  public Checked<Change> change(Change change, Known known) {
    return changes.getOrDefault(change.id(), (same, any) -> Checked.of(same)).apply(change, known);
  }

  /** What the provider is opened with. */
  public Literal configuration(Value.MapValue value) {
    configuration = value;
    return this;
  }

  @Override
  public Checked<Value.MapValue> configuration(StateObject.Home home, Known known) {
    return Checked.of(configuration);
  }

  @Override
  public Checked<Value.MapValue> outputs(Known known) {
    return outputs.apply(Value.MapValue.EMPTY, known);
  }
}
