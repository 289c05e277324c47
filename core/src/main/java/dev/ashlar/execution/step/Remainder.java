package dev.ashlar.execution.step;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.plan.Change;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;

/**
 * What a plan still has to evaluate while it is applied. Pure: it only makes unknowns known and
 * weakens actions.
 */
public interface Remainder {

  /**
   * The change with all that it depends on done: declared and planned values as far as they are
   * known now, the action the same or weaker. A replace-if-changed is a replace, an update or a
   * no-op now.
   */
  Checked<Change> change(Change change, Known known);

  /** The configuration that a provider is opened with to reach a home. */
  Checked<Value.MapValue> configuration(StateObject.Home home, Known known);

  /** The blueprint's outputs; without those that are still not known. */
  Checked<Value.MapValue> outputs(Known known);
}
