package dev.ashlar.testkit;

import dev.ashlar.diagnostic.DiagnosticText;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Action;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * How a run ended. A failure shows what became of each change, and every problem.
 *
 * @since 0.1
 */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

  OutcomeAssert(Outcome outcome) {
    super(outcome, OutcomeAssert.class);
  }

  /** All was done that could be done in this round. */
  public OutcomeAssert succeeded() {
    return is(Outcome.Succeeded.class, "succeed");
  }

  /** Something failed. */
  public OutcomeAssert failed() {
    return is(Outcome.Failed.class, "fail");
  }

  /** Somebody cancelled it. */
  public OutcomeAssert wasCancelled() {
    return is(Outcome.Cancelled.class, "end as cancelled");
  }

  /** Nothing was begun, and a problem of this code is the reason. */
  public OutcomeAssert wasRefused(String code) {
    is(Outcome.Refused.class, "end as refused");
    return hasDiagnostic(code);
  }

  /** A person must say what became of these. */
  public OutcomeAssert needsDecisionOn(String... addresses) {
    is(Outcome.NeedsDecision.class, "ask");
    List<String> asked =
        ((Outcome.NeedsDecision) actual)
            .decisions().stream().map(decision -> decision.address().toString()).toList();
    if (!asked.containsAll(List.of(addresses))) {
      throw told("it asks for %s, and not for %s".formatted(asked, List.of(addresses)));
    }
    return this;
  }

  /** This was done to each of these. */
  public OutcomeAssert did(Action action, String... addresses) {
    isNotNull();
    for (String address : addresses) {
      boolean done =
          actual.changes().stream()
              .anyMatch(
                  result ->
                      result.change().address().toString().equals(address)
                          && result.done() == action
                          && result.status() == Event.Status.DONE);
      if (!done) {
        throw told("it did not %s %s".formatted(action.text(), address));
      }
    }
    return this;
  }

  /** These are left to the next plan, and nothing else is. */
  public OutcomeAssert deferred(String... addresses) {
    isNotNull();
    List<String> deferred = actual.report().deferred().stream().map(Address::toString).toList();
    if (!deferred.equals(List.of(addresses))) {
      throw told("it deferred %s".formatted(deferred));
    }
    return this;
  }

  /** One of the problems has this code. */
  public OutcomeAssert hasDiagnostic(String code) {
    diagnostics().hasCode(code);
    return this;
  }

  /** Its problems, warnings and notes. */
  public DiagnosticsAssert diagnostics() {
    isNotNull();
    return new DiagnosticsAssert(actual.diagnostics());
  }

  /** The records as they are afterwards. */
  public StateAssert state() {
    isNotNull();
    return new StateAssert(actual.state());
  }

  private OutcomeAssert is(Class<? extends Outcome> kind, String word) {
    isNotNull();
    if (!kind.isInstance(actual)) {
      throw told("it was to %s".formatted(word));
    }
    return this;
  }

  private AssertionError told(String what) {
    String changes =
        actual.changes().stream()
            .map(it -> "  " + it.change().id() + ": " + it.status())
            .collect(Collectors.joining("\n"));
    String problems =
        actual.diagnostics().stream()
            .map(DiagnosticText.plain()::render)
            .collect(Collectors.joining("\n"));
    return failure("%s, and %s\n%s\n%s", what, actual.summary(), changes, problems);
  }
}
