package dev.ashlar.execution.run;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which plans are not applied, and why. */
final class Gate {
  private Gate() {}

  /** Every reason to refuse a plan; none for one that may be applied. */
  static List<Diagnostic> refusals(
      Plan plan, State state, Predicate<Plan> genuine, Opening opening) {
    List<Diagnostic> refusals = new ArrayList<>();
    if (plan.hasErrors()) {
      refuse(refusals, ExecutionProblems.PLAN_WITH_ERRORS, "Mend its errors, and plan again.");
      plan.diagnostics().stream().filter(Diagnostic::isError).forEach(refusals::add);
    } else if (!genuine.test(plan)) {
      refuse(
          refusals,
          ExecutionProblems.ALTERED_PLAN,
          "The plan's digest " + plan.digest() + " does not fit its content. Plan again.");
    }
    if (!plan.environment().equals(state.environment())) {
      refuse(
          refusals,
          ExecutionProblems.OTHER_ENVIRONMENT,
          "The plan is for \""
              + plan.environment()
              + "\", and this is \""
              + state.environment()
              + "\".");
    }
    boolean open = state.run().isPresent() && opening == Opening.FRESH;
    if (open || !state.pending().isEmpty()) {
      refuse(
          refusals,
          ExecutionProblems.RECOVER_FIRST,
          "A run that led to serial " + state.serial() + " has not ended. Recover first.");
    } else if (plan.serial() != start(state, opening)) {
      refuse(
          refusals,
          ExecutionProblems.OUTDATED_PLAN,
          "The plan starts from serial "
              + plan.serial()
              + ", and the state is at "
              + state.serial()
              + ". Plan again.");
    }
    if (refusals.isEmpty() && !isInOrder(plan)) {
      refuse(
          refusals,
          ExecutionProblems.ALTERED_PLAN,
          "A change stands before one that it depends on. Plan again.");
    }
    return refusals;
  }

  /** The serial that a plan starts from. */
  private static long start(State state, Opening opening) {
    return opening == Opening.GOING_ON ? state.serial() - 1 : state.serial();
  }

  private static boolean isInOrder(Plan plan) {
    Set<String> before = new HashSet<>();
    for (Change change : plan.changes()) {
      if (!before.containsAll(change.dependsOn()) || !before.add(change.id())) {
        return false;
      }
    }
    return true;
  }

  private static void refuse(List<Diagnostic> refusals, Code code, String detail) {
    refusals.add(Diagnostic.of(code, detail));
  }
}
