package dev.ashlar.execution.step;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.operation.Settled;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of a failed operation. */
public final class Failures {
  private Failures() {}

  /**
   * The failure, and what is to be said of the connector. Of one that broke its contract only that
   * is said: the cloud refused nothing.
   */
  public static List<Diagnostic> of(Change change, Failure failure, List<Diagnostic> connector) {
    List<Diagnostic> all = new ArrayList<>();
    if (failure.kind() != Failure.Kind.BROKEN
        || connector.stream().noneMatch(Diagnostic::isError)) {
      all.add(Site.problem(change, code(failure), detail(change, failure)));
    }
    all.addAll(Site.located(change, connector));
    return all;
  }

  /** Nobody knows what became of it. */
  public static List<Diagnostic> inDoubt(
      Change change, Failure failure, List<Diagnostic> connector) {
    List<Diagnostic> all = new ArrayList<>();
    all.add(Site.problem(change, ExecutionProblems.IN_DOUBT, detail(change, failure)));
    all.addAll(Site.located(change, connector));
    return all;
  }

  /** How a change ends whose call failed or is in doubt: the object stays as it was recorded. */
  static Ending ending(Work work, StateObject before, Settled settled) {
    if (settled instanceof Settled.InDoubt doubt) {
      Operation operation =
          work.change().action() == Action.DELETE ? Operation.DELETE : Operation.UPDATE;
      return Doubts.ending(work.planned(), operation, doubt);
    }
    if (settled instanceof Settled.Cancelled) {
      return Ending.without(new JournalEntry.Put(before));
    }
    Settled.Failed failed = (Settled.Failed) settled;
    return Ending.failed(
        work.change().action(),
        of(work.planned(), failed.failure(), failed.diagnostics()),
        new JournalEntry.Put(before));
  }

  /** It exists, and is not as asked for. */
  static Diagnostic incomplete(Change change, String identity) {
    return Site.problem(
        change,
        ExecutionProblems.INCOMPLETE,
        "The cloud made \""
            + change.address()
            + "\" as "
            + identity
            + " and did not finish it. It is recorded as tainted, and the next plan replaces it.");
  }

  private static Code code(Failure failure) {
    return switch (failure.kind()) {
      case THROTTLED, TEMPORARY -> ExecutionProblems.GAVE_UP;
      case CONFLICT -> ExecutionProblems.CONFLICT;
      case NOT_FOUND -> ExecutionProblems.GONE;
      case ALREADY_EXISTS -> ExecutionProblems.ALREADY_EXISTS;
      case UNAUTHENTICATED -> ExecutionProblems.NO_CREDENTIALS;
      case DENIED -> ExecutionProblems.DENIED;
      case QUOTA -> ExecutionProblems.QUOTA;
      case NEEDS_REPLACEMENT -> ExecutionProblems.NEEDS_REPLACEMENT;
      case IN_DOUBT -> ExecutionProblems.IN_DOUBT;
      case INVALID, BROKEN -> ExecutionProblems.REFUSED;
    };
  }

  private static String detail(Change change, Failure failure) {
    return "The "
        + change.action().text().toLowerCase(Locale.ROOT)
        + " of \""
        + change.address()
        + "\" failed: "
        + failure.detail()
        + failure
            .permission()
            .map(permission -> "; the permission " + permission + " is missing")
            .orElse("")
        + ".";
  }
}
