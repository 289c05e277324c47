package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.run.ExecutionRequest;
import dev.ashlar.execution.run.Opening;
import dev.ashlar.execution.run.RecoveryRequest;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Carries out a plan on open records: from the beginning, or from where an interrupted run of the
 * very same plan has left it; and undoes it where it fails and that was asked for.
 */
final class Walking {
  private final Engine engine;
  private final ExecutionRequest request;
  private final Undoing undoing;
  private final Relay relay;

  Walking(Engine engine, ExecutionRequest request, Undoing undoing, Relay relay) {
    this.engine = engine;
    this.request = request;
    this.undoing = undoing;
    this.relay = relay;
  }

  CompletableFuture<Outcome> walk() {
    State state = request.journal().state();
    return isOpen(state, request.plan()) ? goOn(state) : start(Opening.FRESH);
  }

  /** Whether the run that has not ended is one of this plan. */
  private static boolean isOpen(State state, Plan plan) {
    return !plan.digest().isEmpty()
        && state
            .run()
            .filter(run -> run.origin().planDigest().equals(plan.digest()))
            .filter(run -> run.serial() == plan.serial() + 1)
            .isPresent();
  }

  private CompletableFuture<Outcome> goOn(State state) {
    boolean failed =
        request.plan().onFailure() == Environment.OnFailure.ROLLBACK
            && !state.ended().failed().isEmpty();
    return relay
        .follow(
            engine
                .execution()
                .recover(
                    new RecoveryRequest(
                        request.journal(),
                        request.remainder(),
                        request.fingerprint(),
                        List.of(),
                        request.principal(),
                        true),
                    relay.cancelled()))
        .thenCompose(
            recovered -> {
              if (!(recovered instanceof Outcome.Succeeded)) {
                return CompletableFuture.completedFuture(recovered);
              }
              return failed ? undoing.afterRecovery(recovered) : goOnAfter(recovered);
            });
  }

  private CompletableFuture<Outcome> goOnAfter(Outcome recovered) {
    Optional<Change> half = halfMade(request.plan(), request.journal().state());
    return half.isEmpty()
        ? start(Opening.GOING_ON)
        : engine
            .execution()
            .end(request.journal(), "recovered")
            .handle((done, failure) -> outdated(half.get(), recovered));
  }

  /** An object that is recorded, and not as asked for: the plan knows nothing of it. */
  private static Optional<Change> halfMade(Plan plan, State state) {
    return plan.changes().stream()
        .filter(
            change ->
                switch (change.action()) {
                  case CREATE, REPLACE, REPLACE_IF_CHANGED -> true;
                  default -> false;
                })
        .filter(change -> !state.ended().done().contains(change.id()))
        .filter(
            change ->
                state
                    .at(change.address())
                    .filter(object -> object.id().equals(change.object()))
                    .isPresent())
        .findFirst();
  }

  private Outcome outdated(Change half, Outcome recovered) {
    return new Outcome.Refused(
        new Outcome.Report(
            request.journal().state(),
            recovered.changes(),
            List.of(),
            List.of(
                Diagnostic.of(
                        ExecutionProblems.OUTDATED_PLAN,
                        "The interrupted run has left \""
                            + half.address()
                            + "\" half made, and the plan knows nothing of that. Plan again.")
                    .on(half.address())),
            Duration.ZERO));
  }

  private CompletableFuture<Outcome> start(Opening opening) {
    return relay
        .follow(engine.execution().start(request.with(opening), relay.cancelled()))
        .thenCompose(
            outcome ->
                outcome instanceof Outcome.Failed && isLeftToUndo()
                    ? undoing.after(outcome)
                    : CompletableFuture.completedFuture(outcome));
  }

  /** The run has left itself open for that; where its records broke, a recovery comes first. */
  private boolean isLeftToUndo() {
    State state = request.journal().state();
    return request.plan().onFailure() == Environment.OnFailure.ROLLBACK
        && state.run().isPresent()
        && state.pending().isEmpty();
  }
}
