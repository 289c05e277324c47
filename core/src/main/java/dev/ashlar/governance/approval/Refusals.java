package dev.ashlar.governance.approval;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.Approval;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a plan is not applied for want of approvals. Pure. */
public final class Refusals {
  private static final String HOW =
      " Ask for it (Workspace.requestApproval, or ashlar plan --out P.json), and let them approve"
          + " (Workspace.approve, or ashlar approve P.json --as USER).";

  private Refusals() {}

  /**
   * What is missing; nothing where the plan is approved.
   *
   * @param plan the plan, as it is to be applied
   * @param needs what it needs by what holds now
   * @param docket what was asked and decided about it
   * @param at the moment at which the approvals must count
   */
  public static List<Diagnostic> of(
      Plan plan, List<ApprovalNeed> needs, Docket docket, Instant at) {
    Optional<Docket.Case> newest = docket.newest().filter(each -> isOf(each.request(), plan));
    if (newest.isEmpty()) {
      return missing(plan, needs, List.of());
    }
    Docket.Case found = newest.get();
    for (Approval.Decision decision : found.decisions()) {
      if (!decision.approved()) {
        return List.of(
            Diagnostic.of(
                ApprovalProblems.REJECTED,
                decision.by()
                    + " has rejected it"
                    + (decision.reason().isEmpty() ? "." : ": " + decision.reason())));
      }
    }
    if (!at.isBefore(found.request().expires())) {
      return List.of(
          Diagnostic.of(
              ApprovalProblems.EXPIRED,
              "The approval that was requested at "
                  + found.request().at()
                  + " counted until "
                  + found.request().expires()
                  + ". Request it again."));
    }
    return missing(plan, found.count().missing(needs), found.decisions());
  }

  /** Whether a request is about this very plan: its digest, and all that the seal covers. */
  static boolean isOf(Approval.Request request, Plan plan) {
    return !plan.digest().isEmpty()
        && !plan.seal().isEmpty()
        && request.digest().equals(plan.digest())
        && request.seal().equals(plan.seal());
  }

  private static List<Diagnostic> missing(
      Plan plan, List<ApprovalNeed> needs, List<Approval.Decision> decisions) {
    String soFar =
        decisions.stream()
            .map(Approval.Decision::by)
            .distinct()
            .collect(Collectors.joining(", ", " So far: ", "."));
    List<Diagnostic> all = new ArrayList<>();
    for (ApprovalNeed need : needs) {
      all.add(
          about(
              plan,
              need,
              Diagnostic.of(
                  ApprovalProblems.NEEDED,
                  "\""
                      + need.rule()
                      + "\" wants the approval of "
                      + need.who()
                      + "."
                      + (decisions.isEmpty() ? "" : soFar)
                      + HOW)));
    }
    return all;
  }

  private static Diagnostic about(Plan plan, ApprovalNeed need, Diagnostic diagnostic) {
    Optional<Change> first =
        need.changes().isEmpty() ? Optional.empty() : plan.change(need.changes().get(0));
    if (first.isEmpty()) {
      return diagnostic.at(need.location().orElse(null));
    }
    return diagnostic
        .on(first.get().address())
        .at(need.location().or(first.get()::location).orElse(null))
        .canvas(first.get().canvas().orElse(null));
  }
}
