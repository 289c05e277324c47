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
   * last one that was another. A state in the middle of a way back was never declared: it is passed
   * over, and refused where it is named.
   */
  CompletableFuture<Checked<State>> find(OptionalLong serial) {
    if (serial.isEmpty()) {
      return now.restoring().isPresent()
          ? states.load(now.environment(), now.restoring().getAsLong())
          : before(now.serial() - 1);
    }
    boolean earlier = serial.getAsLong() >= 0 && serial.getAsLong() < now.serial();
    return earlier
        ? states.load(now.environment(), serial.getAsLong()).thenApply(this::whole)
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

  private Checked<State> whole(Checked<State> named) {
    return named.value().isPresent() && isMiddle(named.value().get())
        ? Checked.refused(List.of(undone(named.value().get())))
        : named;
  }

  /** Whether its run never ended, being undone, or did not come to the end of a way back. */
  private static boolean isMiddle(State state) {
    return state.run().isPresent() || state.restoring().isPresent();
  }

  private Diagnostic undone(State middle) {
    return Diagnostic.of(
        PlanProblems.ROLLBACK_SERIAL,
        "Serial "
            + middle.serial()
            + " of \""
            + now.environment()
            + "\" is where a run had failed before it was undone, or where a rollback had stopped:"
            + " nobody declared it. It led back to serial "
            + middle.restoring().orElse(middle.serial() - 1)
            + ": name that one.");
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
                loaded.value().filter(former -> !isAim(former)).isPresent()
                    ? before(serial - 1)
                    : CompletableFuture.completedFuture(loaded));
  }

  private String nothing() {
    return "No run has changed anything in \"" + now.environment() + "\".";
  }

  /** Whether a run since then has changed something, and the one before had its end there. */
  private boolean isAim(State former) {
    boolean other =
        !former.current().equals(now.current())
            || !former.deposed().equals(now.deposed())
            || !former.outputs().equals(now.outputs());
    return other && !isMiddle(former);
  }
}
