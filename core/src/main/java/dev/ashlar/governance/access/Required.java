package dev.ashlar.governance.access;

import dev.ashlar.governance.Permission;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Verdict;
import dev.ashlar.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which permissions carrying out a plan takes. Pure. */
public final class Required {
  private Required() {}

  /** For the plan as a whole. */
  public static Set<Permission> of(Plan plan) {
    Set<Permission> all = EnumSet.of(ofPurpose(plan));
    if (isExempt(plan)) {
      all.add(Permission.EXEMPT);
    }
    return all;
  }

  /** The stage that a plan was made for: its seal holds it, whatever a document says later. */
  public static Optional<String> stage(Plan plan) {
    return plan.context().inputs().env().get("stage") instanceof Value.TextValue stage
        ? Optional.of(stage.text())
        : Optional.empty();
  }

  private static Permission ofPurpose(Plan plan) {
    if (plan.restores().isPresent() || plan.purpose() == PlanMode.Purpose.ROLLBACK) {
      return Permission.ROLLBACK;
    }
    return plan.purpose() == PlanMode.Purpose.DESTROY ? Permission.DESTROY : Permission.APPLY;
  }

  /** For one of its changes: to delete what is not replaced takes more than to apply. */
  public static Permission of(Plan plan, Change change) {
    Permission purpose = ofPurpose(plan);
    if (purpose == Permission.ROLLBACK) {
      return purpose;
    }
    if (change.action() == Action.DELETE && change.reason().kind() != Reason.Kind.REPLACED) {
      return Permission.DESTROY;
    }
    return change.action() == Action.ADOPT ? Permission.IMPORT : purpose;
  }

  private static boolean isExempt(Plan plan) {
    if (isExempt(plan.policies())) {
      return true;
    }
    for (Change change : plan.changes()) {
      if (isExempt(change.policies())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExempt(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() == Verdict.Outcome.EXEMPT) {
        return true;
      }
    }
    return false;
  }
}
