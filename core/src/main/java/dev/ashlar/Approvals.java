package dev.ashlar;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.approval.Docket;
import dev.ashlar.governance.approval.Needs;
import dev.ashlar.governance.approval.Refusals;
import dev.ashlar.governance.approval.Registry;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Which approvals plans need, and whether they have them. */
final class Approvals {
  private final Engine engine;
  private final List<ApprovalRule> everywhere;

  /**
   * The approvals of an engine.
   *
   * @param everywhere rules that hold everywhere, whatever a document says
   */
  Approvals(Engine engine, List<ApprovalRule> everywhere) {
    this.engine = engine;
    this.everywhere = everywhere;
  }

  /** A plan, with its verdicts, that says what it is for and who must approve it. */
  Plan marked(Environment environment, Plan plan, PlanMode mode, Principal author) {
    if (plan.hasErrors()) {
      return plan;
    }
    Plan purposeful =
        plan.purpose() == mode.purpose() ? plan : plan.toBuilder().purpose(mode.purpose()).build();
    List<ApprovalRule> rules = ApprovalRule.of(environment);
    List<ApprovalNeed> needs = Needs.of(purposeful, all(List.of(), rules));
    return rules.isEmpty() && needs.isEmpty()
        ? purposeful
        : purposeful.toBuilder().approvals(needs, rules, author.name()).build();
  }

  /** What a plan needs by all that holds: what it brings, what the document says, and the rest. */
  List<ApprovalNeed> needs(Environment environment, Plan plan) {
    return Needs.of(plan, all(plan.approvalRules(), ApprovalRule.of(environment)));
  }

  private List<ApprovalRule> all(List<ApprovalRule> brought, List<ApprovalRule> declared) {
    if (brought.isEmpty() && declared.isEmpty()) {
      return everywhere;
    }
    Set<ApprovalRule> all = new LinkedHashSet<>(brought);
    all.addAll(declared);
    all.addAll(everywhere);
    return List.copyOf(all);
  }

  /**
   * Why a plan cannot be applied for want of approvals; nothing where it can.
   *
   * @param plan the plan, with the verdicts of this moment
   * @param state the records
   * @param registry what was asked and decided
   */
  CompletableFuture<List<Diagnostic>> refusals(
      Environment environment, Plan plan, State state, Registry registry) {
    List<ApprovalNeed> needs = needs(environment, plan);
    if (needs.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return docket(registry, Registry.name(plan))
        .thenApply(
            docket ->
                docket.value().isEmpty()
                    ? docket.diagnostics()
                    : Refusals.of(plan, needs, docket.value().get(), begun(plan, state)));
  }

  /** All records about a plan; or why they cannot be read, or do not count. */
  CompletableFuture<Checked<Docket>> docket(Registry registry, String plan) {
    return engine
        .states()
        .beside(registry.environment(), () -> registry.docket(plan))
        .thenApply(
            read -> read.value().isEmpty() ? Checked.refused(read.diagnostics()) : read.orThrow());
  }

  /** A run of this plan that was interrupted goes on under the approvals with which it began. */
  private Instant begun(Plan plan, State state) {
    Optional<JournalEntry.RunBegan> own =
        state
            .run()
            .filter(run -> run.origin().planDigest().equals(plan.digest()))
            .filter(run -> run.serial() == plan.serial() + 1);
    return own.map(JournalEntry.RunBegan::at).orElseGet(() -> engine.time().now());
  }
}
