package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditEntry.Kind;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.audit.AuditKey;
import dev.ashlar.governance.audit.AuditProblems;
import dev.ashlar.governance.audit.Deed;
import dev.ashlar.governance.audit.Ledger;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells the audit log what is done: before it is done, and what became of it. What cannot be told
 * is not done.
 */
final class Auditing {
  private final Engine engine;
  private final Ledger ledger;

  Auditing(Engine engine, AuditLog log) {
    this.engine = engine;
    this.ledger = new Ledger(log, () -> engine.time().now());
  }

  /** Beside the states of a directory; nowhere else, for nobody would find it. */
  static AuditLog usual(StateStore store) {
    return store
        .home()
        .map(home -> AuditLog.directory(home.directory().resolve("audit"), home.blocking()))
        .orElseGet(AuditLog::none);
  }

  /** A plan that counts once it is told of. */
  CompletableFuture<Plan> planned(
      PlanMode mode, Principal principal, CompletableFuture<Plan> planning) {
    return ledger.isKept()
        ? planning.thenCompose(
            plan ->
                note(plan.environment(), AuditDeeds.planned(plan, mode, principal))
                    .thenApply(
                        problems ->
                            problems.isEmpty() || plan.hasErrors()
                                ? plan
                                : Planning.refused(plan.environment(), plan.serial(), problems)))
        : planning;
  }

  CompletableFuture<Outcome> applied(
      Environment.Id environment,
      Plan plan,
      Principal principal,
      Supplier<CompletableFuture<Outcome>> apply) {
    return told(
        List.of(environment),
        AuditDeeds.applying(plan, principal),
        apply,
        outcome -> AuditDeeds.ended(Kind.APPLY_ENDED, plan.digest(), outcome, principal));
  }

  /** Where nothing was interrupted there is nothing to tell. */
  CompletableFuture<Outcome> recovered(
      Environment.Id environment,
      List<Decision.Answer> answers,
      Principal principal,
      Supplier<CompletableFuture<Outcome>> recover) {
    if (!ledger.isKept()) {
      return recover.get();
    }
    return engine
        .states()
        .load(environment)
        .thenCompose(
            state -> {
              Optional<String> plan =
                  state.value().flatMap(State::run).map(run -> run.origin().planDigest());
              return plan.isEmpty() && answers.isEmpty()
                  ? recover.get()
                  : told(
                      List.of(environment),
                      AuditDeeds.recovering(plan.orElse(""), answers, principal),
                      recover,
                      outcome ->
                          AuditDeeds.ended(
                              Kind.RECOVERY_ENDED, plan.orElse(""), outcome, principal));
            });
  }

  /** Both environments tell of it. */
  CompletableFuture<Outcome> moved(
      Move move, Principal principal, Supplier<CompletableFuture<Outcome>> apply) {
    return told(
        List.of(move.from(), move.to()),
        AuditDeeds.moving(Kind.MOVE_BEGAN, move, Optional.empty(), principal),
        apply,
        outcome -> AuditDeeds.moving(Kind.MOVE_ENDED, move, Optional.of(outcome), principal));
  }

  /** What was decided about an approval; or that somebody tried to, and was refused. */
  CompletableFuture<Checked<Approval>> decided(
      Environment.Id environment,
      Kind kind,
      Principal principal,
      CompletableFuture<Checked<Approval>> deciding) {
    return ledger.isKept()
        ? deciding.thenCompose(
            decided ->
                note(
                        environment,
                        decided
                            .value()
                            .map(approval -> AuditDeeds.approval(kind, approval, principal))
                            .orElseGet(
                                () ->
                                    AuditDeeds.refused(
                                        kind.type().substring(kind.type().indexOf("approval")),
                                        "",
                                        decided.diagnostics(),
                                        principal)))
                    .thenApply(
                        problems -> problems.isEmpty() ? decided : Checked.refused(problems)))
        : deciding;
  }

  /** Told before it is done: what is forgotten cannot be told later by who was there. */
  CompletableFuture<Checked<State>> keysChanged(
      Environment.Id environment,
      Principal principal,
      boolean forgotten,
      Supplier<CompletableFuture<Checked<State>>> change) {
    return note(environment, AuditDeeds.keys(forgotten, principal))
        .thenCompose(
            problems ->
                problems.isEmpty()
                    ? change.get()
                    : CompletableFuture.completedFuture(Checked.refused(problems)));
  }

  private CompletableFuture<Outcome> told(
      List<Environment.Id> environments,
      Deed before,
      Supplier<CompletableFuture<Outcome>> work,
      Function<Outcome, Deed> after) {
    if (!ledger.isKept()) {
      return work.get();
    }
    return note(environments, before)
        .thenCompose(
            untold ->
                untold.isEmpty()
                    ? work.get()
                        .thenCompose(
                            outcome ->
                                note(environments, after.apply(outcome))
                                    .thenApply(problems -> withProblems(outcome, problems)))
                    : CompletableFuture.completedFuture(refused(environments.get(0), untold)));
  }

  private static Outcome refused(Environment.Id environment, List<Diagnostic> problems) {
    return new Outcome.Refused(
        new Outcome.Report(
            State.empty(environment, ""), List.of(), List.of(), problems, Duration.ZERO));
  }

  /** What was done stands; but it is not told, and so it has failed. */
  private static Outcome withProblems(Outcome outcome, List<Diagnostic> problems) {
    if (problems.isEmpty()) {
      return outcome;
    }
    Outcome.Report report = outcome.report();
    List<Diagnostic> all = new ArrayList<>(report.diagnostics());
    all.addAll(problems);
    Outcome.Report more =
        new Outcome.Report(
            report.state(),
            report.changes(),
            report.deferred(),
            all,
            report.duration(),
            report.rollback());
    return outcome instanceof Outcome.Refused
        ? new Outcome.Refused(more)
        : outcome instanceof Outcome.NeedsDecision stuck
            ? new Outcome.NeedsDecision(more, stuck.decisions())
            : new Outcome.Failed(more);
  }

  private CompletableFuture<List<Diagnostic>> note(List<Environment.Id> environments, Deed deed) {
    CompletableFuture<List<Diagnostic>> first = note(environments.get(0), deed);
    return environments.size() == 1
        ? first
        : first.thenCompose(
            problems ->
                problems.isEmpty()
                    ? note(environments.subList(1, environments.size()), deed)
                    : CompletableFuture.completedFuture(problems));
  }

  /**
   * Tells of something that was done, or refused.
   *
   * @return why that could not be told; empty where it is durable
   */
  CompletableFuture<List<Diagnostic>> note(Environment.Id environment, Deed deed) {
    if (!ledger.isKept()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return with(environment, key -> ledger.append(environment, key, deed).thenApply(done -> key))
        .thenApply(Checked::diagnostics);
  }

  CompletableFuture<Checked<AuditTrail>> trail(
      Environment.Id environment, List<AuditAnchor> anchors) {
    return with(environment, key -> ledger.trail(environment, key, anchors));
  }

  CompletableFuture<Checked<AuditAnchor>> anchor(Environment.Id environment) {
    return with(environment, key -> ledger.anchor(environment, key))
        .thenCompose(
            found ->
                found.value().isPresent() && found.orThrow().isPresent()
                    ? CompletableFuture.completedFuture(Checked.of(found.orThrow().orElseThrow()))
                    : found.value().isPresent()
                        ? trail(environment, List.of()).thenApply(Auditing::unanchored)
                        : CompletableFuture.completedFuture(Checked.refused(found.diagnostics())));
  }

  private static Checked<AuditAnchor> unanchored(Checked<AuditTrail> trail) {
    List<Diagnostic> problems = new ArrayList<>(trail.diagnostics());
    trail.value().ifPresent(read -> problems.addAll(read.findings()));
    if (problems.stream().noneMatch(Diagnostic::isError)) {
      problems.add(
          Diagnostic.of(AuditProblems.ANCHOR, "The audit log is empty: there is nothing to sign."));
    }
    return Checked.refused(problems);
  }

  CompletableFuture<Checked<AuditTrail>> prune(
      Environment.Id environment, Principal principal, Instant before) {
    return with(
        environment,
        key ->
            ledger
                .prune(environment, key, principal.name(), before)
                .thenCompose(trail -> ledger.trail(environment, key, List.of())));
  }

  private <T> CompletableFuture<Checked<T>> with(
      Environment.Id environment, Function<AuditKey, CompletableFuture<T>> work) {
    return engine
        .states()
        .fingerprints(environment)
        .thenCompose(
            marks ->
                marks.value().isEmpty()
                    ? CompletableFuture.completedFuture(Checked.refused(marks.diagnostics()))
                    : work.apply(new AuditKey(marks.orThrow()))
                        .handleAsync(
                            (value, failure) ->
                                failure == null
                                    ? Checked.of(value)
                                    : Checked.refused(List.of(unwritable(environment, failure))),
                            engine.executor()));
  }

  private static Diagnostic unwritable(Environment.Id environment, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return Diagnostic.of(
        AuditProblems.UNWRITABLE,
        "The audit log of \"%s\" cannot be reached (%s)."
            .formatted(environment, cause.getClass().getSimpleName()));
  }
}
