package dev.ashlar;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What is said of a run during which the engine's executor was shut down. */
final class Unwilling {
  private Unwilling() {}

  /** The outcome with the reason for its incompleteness; one that is complete needs none. */
  static Outcome noted(Outcome outcome) {
    if (outcome instanceof Outcome.Cancelled cancelled) {
      return new Outcome.Cancelled(noted(cancelled.report()));
    }
    return outcome instanceof Outcome.Failed failed
        ? new Outcome.Failed(noted(failed.report()))
        : outcome;
  }

  private static Outcome.Report noted(Outcome.Report report) {
    List<Diagnostic> all = new ArrayList<>(report.diagnostics());
    all.add(
        Diagnostic.of(
            FacadeProblems.EXECUTOR_REFUSED,
            "The executor that the engine was built with was shut down, so nothing more was"
                + " begun."));
    return new Outcome.Report(
        report.state(),
        report.changes(),
        report.deferred(),
        all,
        report.duration(),
        report.rollback());
  }
}
