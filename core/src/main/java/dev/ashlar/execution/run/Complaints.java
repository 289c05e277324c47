package dev.ashlar.execution.run;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.plan.Change;
import dev.ashlar.state.journal.JournalException;
import java.util.Optional;

/** What is said of the journal's and the engine's own failures. */
final class Complaints {
  private Complaints() {}

  static Diagnostic journal(Throwable thrown) {
    return thrown instanceof JournalException failed
        ? failed.diagnostic()
        : Diagnostic.of(
            ExecutionProblems.JOURNAL_FAILED,
            "The journal failed with " + thrown.getClass().getName() + ". The run stops.");
  }

  static Diagnostic notBegun(Change change) {
    return on(
        change,
        ExecutionProblems.JOURNAL_FAILED,
        "The begin or the progress of \""
            + change.id()
            + "\" could not be recorded, so it did not go on.");
  }

  static Diagnostic notRecorded(Change change, Optional<String> identity) {
    return on(
        change,
        ExecutionProblems.NOT_RECORDED,
        "What became of \""
            + change.id()
            + "\" could not be recorded"
            + identity.map(id -> "; the cloud's object is " + id).orElse("")
            + ". Recover once the store works again.");
  }

  static Diagnostic defect(Change change, Throwable thrown) {
    return on(
        change,
        ExecutionProblems.DEFECT,
        "The change \"" + change.id() + "\" ended with " + thrown.getClass().getName() + ".");
  }

  /** A listener threw. */
  static Diagnostic listener(Throwable thrown) {
    return Diagnostic.of(
        ExecutionProblems.LISTENER_FAILED,
        "A listener threw " + thrown.getClass().getName() + " and is not called any more.");
  }

  private static Diagnostic on(Change change, Code code, String detail) {
    return Diagnostic.of(code, detail)
        .on(change.address())
        .at(change.location().orElse(null))
        .canvas(change.canvas().orElse(null));
  }
}
