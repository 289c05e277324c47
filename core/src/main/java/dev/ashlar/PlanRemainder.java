package dev.ashlar;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.step.Known;
import dev.ashlar.execution.step.Remainder;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.resolution.Resolution;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;

/** The resolution of a plan, as execution asks for it. */
record PlanRemainder(Resolution resolution) implements Remainder {
  @Override
  public Checked<Change> change(Change change, Known known) {
    return resolution.change(change, known);
  }

  @Override
  public Checked<Value.MapValue> configuration(StateObject.Home home, Known known) {
    return resolution.configuration(home, known);
  }

  @Override
  public Checked<Value.MapValue> outputs(Known known) {
    return resolution.outputs(known);
  }
}
