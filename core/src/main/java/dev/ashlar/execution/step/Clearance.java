package dev.ashlar.execution.step;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import java.util.List;

/**
 * Has the last word on a change, when all that it depends on is done and its values are known:
 * nothing of it was begun yet, and nothing of it is where an error is said.
 */
@FunctionalInterface
public interface Clearance {
  /** Refuses nothing. */
  Clearance GRANTED = (planned, resolved) -> List.of();

  /**
   * What is to be said of a change; with an error among it, the change is not made. Asked on the
   * run's own thread, one change after the other, and never blocks.
   *
   * @param planned the change as it stands in the plan
   * @param resolved the change with its values known, its action the same or weaker
   */
  List<Diagnostic> lastWord(Change planned, Change resolved);
}
