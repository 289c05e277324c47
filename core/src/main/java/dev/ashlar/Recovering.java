package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.run.RecoveryRequest;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.planner.Planner;
import dev.ashlar.state.State;
import dev.ashlar.state.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ends what an interrupted run had begun: reads the document, opens the records, ends, closes. */
final class Recovering {
  private final Engine engine;
  private final Environment environment;
  private final Principal principal;

  Recovering(Engine engine, Environment environment, Principal principal) {
    this.engine = engine;
    this.environment = environment;
    this.principal = principal;
  }

  CompletableFuture<Outcome> start(List<Decision.Answer> answers, Relay relay) {
    return engine
        .states()
        .load(environment.id())
        .thenComposeAsync(
            state ->
                state
                    .value()
                    .flatMap(State::crossing)
                    .map(way -> new Moving(engine, principal).finish(environment.id(), way))
                    .orElseGet(
                        () ->
                            new Preparation(engine, environment)
                                .all()
                                .thenComposeAsync(
                                    prepared -> prepared(prepared, answers, relay),
                                    engine.executor())),
            engine.executor());
  }

  private CompletableFuture<Outcome> prepared(
      Checked<Preparation.Prepared> prepared, List<Decision.Answer> answers, Relay relay) {
    return prepared.value().isEmpty()
        ? refused(prepared.diagnostics())
        : engine
            .states()
            .open(environment.id(), principal.name(), Applying.LONGEST_WAIT_FOR_RECORDS)
            .thenCompose(
                journal ->
                    journal.value().isEmpty()
                        ? refused(journal.diagnostics())
                        : ended(prepared.value().get(), answers, relay, journal.value().get()));
  }

  private CompletableFuture<Outcome> ended(
      Preparation.Prepared prepared, List<Decision.Answer> answers, Relay relay, Journal journal) {
    boolean undone = Undoing.isDue(journal.state());
    CompletableFuture<Outcome> recovered =
        relay.follow(
            engine
                .execution()
                .recover(
                    new RecoveryRequest(
                        journal,
                        engine.remainder(
                            standing(prepared), prepared.graph().inputs(), prepared.fingerprints()),
                        prepared.fingerprints()::of,
                        answers,
                        principal.name(),
                        undone),
                    relay.cancelled()));
    return recovered
        .thenCompose(
            outcome ->
                undone && outcome instanceof Outcome.Succeeded
                    ? undoing(prepared, relay, journal).afterRecovery(outcome)
                    : CompletableFuture.completedFuture(outcome))
        .thenCompose(outcome -> journal.close().handle((nothing, failure) -> outcome));
  }

  private Undoing undoing(Preparation.Prepared prepared, Relay relay, Journal journal) {
    return new Undoing(
        engine,
        new Undoing.Parts(
            environment,
            prepared::graph,
            prepared.graph().inputs(),
            prepared.imports(),
            prepared.fingerprints(),
            journal,
            principal.name()),
        relay);
  }

  /** A plan of nothing: it only tells how providers are configured. */
  private Plan standing(Preparation.Prepared prepared) {
    return Plan.builder(environment.id(), prepared.state().serial())
        .context(
            Planner.context(
                new Planning(engine, environment, principal).request(PlanMode.apply(), prepared)))
        .build();
  }

  private CompletableFuture<Outcome> refused(List<Diagnostic> problems) {
    return CompletableFuture.completedFuture(
        new Outcome.Refused(
            new Outcome.Report(
                State.empty(environment.id(), ""), List.of(), List.of(), problems, Duration.ZERO)));
  }
}
