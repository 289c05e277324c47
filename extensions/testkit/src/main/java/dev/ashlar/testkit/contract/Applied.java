package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.testkit.ConnectorRule;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What came of a plan.
 *
 * @param lab where it was made
 * @param plan the plan
 * @param outcome how it ended
 */
record Applied(Lab lab, Plan plan, Outcome outcome) {

  boolean succeeded() {
    return outcome instanceof Outcome.Succeeded;
  }

  /** Fails where it did not succeed. */
  void orFail(ConnectorRule rule, String what) {
    String type = lab.schema().type();
    if (plan.hasErrors()) {
      throw new Violation(
          rule == ConnectorRule.READS_BACK ? ConnectorRule.IS_SOUND : rule,
          type,
          what + " cannot be planned:\n    " + Lab.told(plan.diagnostics()));
    }
    if (!succeeded()) {
      throw new Violation(rule, type, what + " ended with " + told());
    }
  }

  String told() {
    return outcome.summary() + "\n    " + Lab.told(outcome.diagnostics());
  }

  /** Why the last call of the sample's connector failed, if it did. */
  Optional<Failure> lastFailure() {
    List<Tape.Take> takes = lab.tape().takes(take -> take.type().equals(lab.schema().type()));
    return takes.stream()
        .filter(take -> take.answer().isCompletedExceptionally())
        .reduce((one, two) -> two)
        .map(Applied::failure);
  }

  static Failure failure(Tape.Take take) {
    try {
      take.answer().join();
      throw new IllegalStateException("it did not fail");
    } catch (CompletionException e) {
      return ProviderSession.explain(take.session(), e);
    }
  }
}
