package dev.ashlar.governance.approval;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.governance.policy.document.Globs;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Verdict;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which approvals a plan needs: a function of the plan, with its verdicts, and of the rules. */
public final class Needs {
  private final Plan plan;
  private final String stage;
  private final Set<String> covered = new TreeSet<>();

  private Needs(Plan plan) {
    this.plan = plan;
    this.stage =
        plan.context().inputs().env().get("stage") instanceof Value.TextValue text
            ? text.text()
            : "";
  }

  /** The needs of a plan; a plan that changes nothing, or cannot be applied, has none. */
  public static List<ApprovalNeed> of(Plan plan, List<ApprovalRule> rules) {
    return plan.hasErrors() || plan.isEmpty() ? List.of() : new Needs(plan).all(rules);
  }

  private List<ApprovalNeed> all(List<ApprovalRule> rules) {
    List<ApprovalNeed> needs = new ArrayList<>();
    for (ApprovalRule rule : rules) {
      need(rule).ifPresent(needs::add);
    }
    needs.addAll(uncovered());
    return needs;
  }

  private Optional<ApprovalNeed> need(ApprovalRule rule) {
    if (!rule.stages().isEmpty() && !rule.stages().contains(stage)) {
      return Optional.empty();
    }
    boolean purpose = rule.actions().isEmpty() || rule.actions().contains(plan.purpose().text());
    boolean ofTheWhole = rule.risks().isEmpty() && rule.types().isEmpty();
    if (purpose && ofTheWhole && rule.policies().isEmpty()) {
      return Optional.of(of(rule, List.of()));
    }
    List<String> changes = new ArrayList<>();
    for (Change change : plan.changes()) {
      if (isMeant(rule, change, purpose)) {
        changes.add(change.id());
      }
    }
    boolean violated = purpose && ofTheWhole && isViolated(rule, plan.policies());
    return changes.isEmpty() && !violated ? Optional.empty() : Optional.of(of(rule, changes));
  }

  private static ApprovalNeed of(ApprovalRule rule, List<String> changes) {
    return new ApprovalNeed(
        rule.name(),
        rule.roles(),
        rule.count(),
        rule.isByEach(),
        changes,
        rule.expires(),
        rule.location());
  }

  private boolean isMeant(ApprovalRule rule, Change change, boolean purpose) {
    return (purpose || isDone(rule.actions(), change))
        && (rule.risks().isEmpty() || rule.risks().contains(change.risk().text()))
        && (rule.types().isEmpty() || matches(rule.types(), change.type()))
        && (rule.policies().isEmpty() || isViolated(rule, change.policies()));
  }

  private static boolean isDone(List<String> actions, Change change) {
    return switch (change.action()) {
      case REPLACE_IF_CHANGED -> actions.contains(Action.REPLACE.text());
      case ADOPT -> actions.contains("adopt") || actions.contains("import");
      case DELETE -> change.reason().kind() != Reason.Kind.REPLACED && actions.contains("delete");
      default -> actions.contains(change.action().text());
    };
  }

  private static boolean matches(List<String> patterns, String text) {
    for (String pattern : patterns) {
      if (Globs.matches(pattern, text)) {
        return true;
      }
    }
    return false;
  }

  private boolean isViolated(ApprovalRule rule, List<Verdict> verdicts) {
    boolean violated = false;
    for (Verdict verdict : verdicts) {
      if (wantsApproval(verdict) && matches(rule.policies(), verdict.name())) {
        covered.add(verdict.name());
        violated = true;
      }
    }
    return violated;
  }

  /** What is decided only while the plan is applied is approved beforehand: nobody waits then. */
  private static boolean wantsApproval(Verdict verdict) {
    return verdict.outcome() == Verdict.Outcome.APPROVE
        || verdict.outcome() == Verdict.Outcome.UNDECIDED
            && verdict.severity() == Verdict.Severity.APPROVE;
  }

  /** Policies that want an approval, where no rule says whose. */
  private List<ApprovalNeed> uncovered() {
    Set<String> names = new TreeSet<>();
    names(plan.policies(), names);
    for (Change change : plan.changes()) {
      names(change.policies(), names);
    }
    List<ApprovalNeed> needs = new ArrayList<>();
    for (String name : names) {
      needs.add(
          new ApprovalNeed(
              "policy " + name,
              List.of(),
              1,
              false,
              violating(name),
              Optional.empty(),
              Optional.empty()));
    }
    return needs;
  }

  private void names(List<Verdict> verdicts, Set<String> names) {
    for (Verdict verdict : verdicts) {
      if (wantsApproval(verdict) && !covered.contains(verdict.name())) {
        names.add(verdict.name());
      }
    }
  }

  private List<String> violating(String policy) {
    List<String> changes = new ArrayList<>();
    for (Change change : plan.changes()) {
      for (Verdict verdict : change.policies()) {
        if (verdict.name().equals(policy) && wantsApproval(verdict)) {
          changes.add(change.id());
          break;
        }
      }
    }
    return changes;
  }
}
