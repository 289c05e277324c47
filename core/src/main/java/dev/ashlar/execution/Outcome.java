package dev.ashlar.execution;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.state.State;
import dev.ashlar.value.Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a run ended. Closed: these five, for good, so that a switch can be exhaustive. Immutable.
 *
 * @since 0.1
 */
public sealed interface Outcome {

  /** What there is to say, whatever the outcome. */
  Report report();

  /** The records as they are now. */
  default State state() {
    return report().state();
  }

  /** What became of each change, in the plan's order. */
  default List<ChangeResult> changes() {
    return report().changes();
  }

  /** Problems, warnings and notes. */
  default List<Diagnostic> diagnostics() {
    return report().diagnostics();
  }

  /** One line for a person: {@code succeeded: 2 created, 1 updated}. */
  default String summary() {
    return Summary.of(this);
  }

  /**
   * All was done that could be done in this round.
   *
   * @param report the details
   */
  record Succeeded(Report report) implements Outcome {
    /** Addresses that are left to the next plan. */
    public List<Address> deferred() {
      return report.deferred();
    }
  }

  /**
   * Something failed.
   *
   * @param report the details
   * @param rollback what came of undoing the run, where it was asked for
   */
  record Failed(Report report, Optional<Rollback> rollback) implements Outcome {}

  /**
   * A person must say what became of an operation.
   *
   * @param report the details
   * @param decisions the questions, at least one
   */
  record NeedsDecision(Report report, List<Decision> decisions) implements Outcome {
    /** Copies the list. */
    public NeedsDecision {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * Somebody cancelled it; what was under way has ended and is recorded.
   *
   * @param report the details
   */
  record Cancelled(Report report) implements Outcome {}

  /**
   * Nothing was begun; the diagnostics say why.
   *
   * @param report the details
   */
  record Refused(Report report) implements Outcome {}

  /**
   * What there is to say of a run.
   *
   * @param state the records as they are now
   * @param changes what became of each change, in the plan's order
   * @param deferred addresses that are left to the next plan
   * @param diagnostics problems, warnings and notes
   * @param duration how long it took
   */
  record Report(
      State state,
      List<ChangeResult> changes,
      List<Address> deferred,
      List<Diagnostic> diagnostics,
      Duration duration) {
    /** Copies the lists. */
    public Report {
      changes = List.copyOf(changes);
      deferred = List.copyOf(deferred);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * What became of one change.
   *
   * @param change the change as planned
   * @param status how it stands
   * @param done what was done: as planned or weaker
   * @param duration how long it took; zero where it was not begun
   */
  record ChangeResult(Change change, Event.Status status, Action done, Duration duration) {}

  /**
   * What came of undoing a run.
   *
   * @param complete whether all is as it was before
   * @param notRestored addresses that are not
   * @param recreated addresses whose objects have another identity now
   */
  record Rollback(boolean complete, List<Address> notRestored, List<Address> recreated) {
    /** Copies the lists. */
    public Rollback {
      notRestored = List.copyOf(notRestored);
      recreated = List.copyOf(recreated);
    }
  }
}
