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

  /** What came of undoing: of a rollback, and of a run that failed and was to be undone. */
  default Optional<Rollback> rollback() {
    return report().rollback();
  }

  /** One line for a person: {@code succeeded: 2 created, 1 updated}. */
  default String summary() {
    return Summary.of(this);
  }

  /** The same outcome, with what came of undoing. */
  default Outcome with(Rollback undone) {
    Report report = report().with(undone);
    if (this instanceof Succeeded) {
      return new Succeeded(report);
    }
    if (this instanceof Failed) {
      return new Failed(report);
    }
    if (this instanceof NeedsDecision stuck) {
      return new NeedsDecision(report, stuck.decisions());
    }
    return this instanceof Cancelled ? new Cancelled(report) : new Refused(report);
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
   * Something failed. Where it was asked for, the run was undone then: see {@link #rollback}.
   *
   * @param report the details
   */
  record Failed(Report report) implements Outcome {}

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
   * @param rollback what came of undoing, where something was to be undone
   */
  record Report(
      State state,
      List<ChangeResult> changes,
      List<Address> deferred,
      List<Diagnostic> diagnostics,
      Duration duration,
      Optional<Rollback> rollback) {
    /** Copies the lists. */
    public Report {
      changes = List.copyOf(changes);
      deferred = List.copyOf(deferred);
      diagnostics = List.copyOf(diagnostics);
    }

    /** Of a run in which nothing was to be undone. */
    public Report(
        State state,
        List<ChangeResult> changes,
        List<Address> deferred,
        List<Diagnostic> diagnostics,
        Duration duration) {
      this(state, changes, deferred, diagnostics, duration, Optional.empty());
    }

    /** The same, with what came of undoing. */
    public Report with(Rollback undone) {
      return new Report(state, changes, deferred, diagnostics, duration, Optional.of(undone));
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
   * What came of undoing: declared inputs and what depends on what are to be as before.
   *
   * @param complete whether all is as it was before, but for what was made anew
   * @param notRestored addresses that are not as before
   * @param recreated addresses whose objects were made anew: what was in the old ones is gone, and
   *     the cloud may know them by another identity
   */
  record Rollback(boolean complete, List<Address> notRestored, List<Address> recreated) {
    /** Copies the lists. */
    public Rollback {
      notRestored = List.copyOf(notRestored);
      recreated = List.copyOf(recreated);
    }
  }
}
