package dev.ashlar.execution.run;

import dev.ashlar.execution.step.Clearance;
import dev.ashlar.execution.step.Remainder;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.value.Value;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A plan to apply.
 *
 * @param plan the plan
 * @param journal the environment's records, open for writing; not closed by the run
 * @param remainder evaluates what the plan leaves open
 * @param fingerprint the environment's keyed fingerprint of a value
 * @param genuine whether a plan's digest fits its content
 * @param principal who applies it
 * @param clearance has the last word on each change
 * @param opening what the run finds open
 */
public record ExecutionRequest(
    Plan plan,
    Journal journal,
    Remainder remainder,
    Function<Value, String> fingerprint,
    Predicate<Plan> genuine,
    String principal,
    Clearance clearance,
    Opening opening) {

  /** A plan to apply where nothing is open. */
  public ExecutionRequest(
      Plan plan,
      Journal journal,
      Remainder remainder,
      Function<Value, String> fingerprint,
      Predicate<Plan> genuine,
      String principal,
      Clearance clearance) {
    this(plan, journal, remainder, fingerprint, genuine, principal, clearance, Opening.FRESH);
  }

  /** A plan to apply on which nobody has a last word. */
  public ExecutionRequest(
      Plan plan,
      Journal journal,
      Remainder remainder,
      Function<Value, String> fingerprint,
      Predicate<Plan> genuine,
      String principal) {
    this(plan, journal, remainder, fingerprint, genuine, principal, Clearance.GRANTED);
  }

  /** The same, where something is open. */
  public ExecutionRequest with(Opening other) {
    return new ExecutionRequest(
        plan, journal, remainder, fingerprint, genuine, principal, clearance, other);
  }
}
