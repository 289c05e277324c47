package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An environment in a principal's hands: everything that can be done to it. Cheap, safe for every
 * thread, nothing to close.
 *
 * <p>No method blocks its caller. Futures complete on the engine's executor, never under a lock,
 * and never fail for what a user can mend: problems are diagnostics in the data. Each future is a
 * copy; cancelling it stops the waiting, not the work.
 *
 * @since 0.1
 */
public sealed interface Workspace permits EngineWorkspace {

  /** The environment, as it was opened. */
  Environment environment();

  /** Who acts. */
  Principal principal();

  /** Checks the blueprint, without asking any cloud: every problem and warning. */
  CompletableFuture<List<Diagnostic>> check();

  /** What depends on what, as text; or what is wrong with the blueprint. */
  CompletableFuture<Checked<String>> graph(GraphFormat format);

  /** What would change, to make it as declared. */
  default CompletableFuture<Plan> plan() {
    return plan(PlanMode.apply());
  }

  /** What would change, for a purpose. With errors among its diagnostics it can only be shown. */
  CompletableFuture<Plan> plan(PlanMode mode);

  /** Plans again after each edit, at the price of the edit: for a canvas. */
  default CompletableFuture<PlanningSession> edit() {
    return edit(PlanMode.apply());
  }

  /**
   * The same, for a purpose.
   *
   * @throws IllegalArgumentException for a rollback: it does not follow from the blueprint
   */
  CompletableFuture<PlanningSession> edit(PlanMode mode);

  /** The same, without a reason. */
  default CompletableFuture<Checked<Approval>> requestApproval(Plan plan) {
    return requestApproval(plan, "");
  }

  /**
   * Requests that a plan be approved by those whom {@link Plan#approvals} names. One that is open
   * already, for this very plan, is the answer; one that was rejected or has expired is followed by
   * a new one.
   *
   * @param reason why it is wanted, for those who decide; may be empty
   * @return the request, or why there can be none
   */
  CompletableFuture<Checked<Approval>> requestApproval(Plan plan, String reason);

  /**
   * Approves a plan. Neither who made it nor who requested it can; who has approved it already
   * counts once.
   *
   * @param id what the request is called
   * @param reason why, for the record; may be empty
   * @return how the request stands now, or why this principal cannot decide
   */
  CompletableFuture<Checked<Approval>> approve(String id, String reason);

  /**
   * Rejects a plan: it cannot be applied, unless a new request for it is approved.
   *
   * @param id what the request is called
   * @param reason why, for the record and for who asked; may be empty
   * @return how the request stands now, or why this principal cannot decide
   */
  CompletableFuture<Checked<Approval>> reject(String id, String reason);

  /**
   * All approvals that were requested here, the oldest first. Those whose records were altered are
   * told among the diagnostics, and left out.
   */
  CompletableFuture<Checked<List<Approval>>> approvals();

  /**
   * Carries a plan out. It goes on by itself; a plan with errors, an outdated or an altered one, or
   * one that lacks an approval, ends as refused.
   */
  Run apply(Plan plan);

  /**
   * Ends what an interrupted run had begun, and begins nothing. Until then plans are refused with
   * {@code execution.recover-first}. Where the cloud cannot tell what became of an operation, the
   * outcome asks ({@link dev.ashlar.execution.Outcome.NeedsDecision}): recover again, with the
   * answers.
   *
   * @param answers what a person said to questions of an earlier recovery; one that fits no open
   *     operation refuses all
   * @return the run; where nothing was interrupted, it has succeeded and written nothing
   */
  Run recover(Decision.Answer... answers);

  /**
   * What the cloud has and nobody applied: three values of each property that differs (actual, last
   * applied, declared today), what is missing, what others changed of observed resources, and the
   * edits of the blueprint that would match. Left alone is what {@code ignoreChanges} names, what
   * is the same by the type's own measure, what nobody declared, and write-only values.
   */
  CompletableFuture<DriftReport> drift();

  /** What the policies say: of what a plan would change, and of what it would leave as it is. */
  CompletableFuture<PolicyReport> policies();

  /** The records as they are now. */
  CompletableFuture<Checked<State>> state();

  /** The records as they were when the run of a serial had ended; the last 20 are kept. */
  CompletableFuture<Checked<State>> state(long serial);

  /**
   * The states that can still be read and rolled back to, the newest first, at most 20: when each
   * came to be, by which plan, and what the run did.
   */
  CompletableFuture<Checked<List<Serial>>> serials();

  /** How a graph is written. */
  enum GraphFormat {
    /** Lines for a person. */
    TEXT,
    /** A Mermaid flowchart. */
    MERMAID
  }
}
