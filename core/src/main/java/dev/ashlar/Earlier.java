package dev.ashlar;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.State;
import dev.ashlar.state.journal.States;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Finds the state that a rollback leads back to. */
final class Earlier {
  private final States states;
  private final State now;

  /** Before the state that there is now. */
  Earlier(States states, State now) {
    this.states = states;
    this.now = now;
  }

  /**
   * The state of a serial; without one, that which an unfinished rollback leads back to, else the
   * last one that was another.
   */
  CompletableFuture<Checked<State>> find(OptionalLong serial) {
    if (serial.isEmpty()) {
      return now.restoring().isPresent()
          ? states.load(now.environment(), now.restoring().getAsLong())
          : before(now.serial() - 1);
    }
    boolean earlier = serial.getAsLong() >= 0 && serial.getAsLong() < now.serial();
    return earlier
        ? states.load(now.environment(), serial.getAsLong())
        : CompletableFuture.completedFuture(Checked.refused(List.of(notEarlier(serial))));
  }

  private Diagnostic notEarlier(OptionalLong serial) {
    return Diagnostic.of(
        PlanProblems.ROLLBACK_SERIAL,
        "\""
            + now.environment()
            + "\" is at serial "
            + now.serial()
            + ", and "
            + serial.getAsLong()
            + " is not before that.");
  }

  private CompletableFuture<Checked<State>> before(long serial) {
    if (serial < 0) {
      return CompletableFuture.completedFuture(
          Checked.of(now, List.of(Diagnostic.of(PlanProblems.NOTHING_TO_UNDO, nothing()))));
    }
    return states
        .load(now.environment(), serial)
        .thenCompose(
            loaded ->
                loaded.value().filter(former -> !isOther(former)).isPresent()
                    ? before(serial - 1)
                    : CompletableFuture.completedFuture(loaded));
  }

  private String nothing() {
    return "No run has changed anything in \"" + now.environment() + "\".";
  }

  /** Whether a run in between has changed something. */
  private boolean isOther(State former) {
    return !former.current().equals(now.current())
        || !former.deposed().equals(now.deposed())
        || !former.outputs().equals(now.outputs());
  }
}
