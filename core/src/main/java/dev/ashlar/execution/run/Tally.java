package dev.ashlar.execution.run;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.value.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of each change so far, and what there is to say. For the run's logical thread. */
final class Tally {
  private final Plan plan;
  private final Map<String, Outcome.ChangeResult> results = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private boolean failed;
  private boolean incomplete;

  Tally(Plan plan) {
    this.plan = plan;
  }

  void ended(Change change, Event.Status status, Action done, Duration duration) {
    results.put(change.id(), new Outcome.ChangeResult(change, status, done, duration));
    failed |= status == Event.Status.FAILED;
    incomplete |= status == Event.Status.SKIPPED;
  }

  void say(List<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  /** A person must say what became of an operation. */
  void ask(Decision decision) {
    decisions.add(decision);
  }

  /** What a person must say. */
  List<Decision> decisions() {
    return decisions;
  }

  /** The run as a whole has failed. */
  void fail(Diagnostic why) {
    failed = true;
    diagnostics.add(why);
  }

  boolean hasFailed() {
    return failed;
  }

  /** Whether something was not begun. */
  boolean isIncomplete() {
    return incomplete;
  }

  Outcome.Report report(State state, Duration duration) {
    List<Outcome.ChangeResult> changes = new ArrayList<>();
    List<Address> deferred = new ArrayList<>();
    for (Change change : plan.changes()) {
      if (change.action() == Action.DEFERRED) {
        deferred.add(change.address());
        changes.add(
            new Outcome.ChangeResult(
                change, Event.Status.DEFERRED, Action.DEFERRED, Duration.ZERO));
      } else if (results.containsKey(change.id())) {
        changes.add(results.get(change.id()));
      }
    }
    List<Diagnostic> all = new ArrayList<>(plan.diagnostics());
    all.removeIf(Diagnostic::isError);
    all.addAll(diagnostics);
    return new Outcome.Report(state, changes, deferred, all, duration);
  }
}
