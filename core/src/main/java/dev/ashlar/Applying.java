package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.run.ExecutionRequest;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.state.secret.Fingerprints;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Carries out a plan: checks its seal, fetches its secrets, opens the records, walks, closes. */
final class Applying {
  static final Duration LONGEST_WAIT_FOR_RECORDS = Duration.ofSeconds(10);

  private final Engine engine;
  private final Workspace workspace;
  private final Environment environment;
  private final Principal principal;

  Applying(Engine engine, Workspace workspace) {
    this.engine = engine;
    this.workspace = workspace;
    this.environment = workspace.environment();
    this.principal = workspace.principal();
  }

  CompletableFuture<Outcome> start(Plan plan, Relay relay) {
    return engine
        .states()
        .fingerprints(environment.id())
        .thenComposeAsync(marks -> checked(plan, marks, relay), engine.executor());
  }

  private CompletableFuture<Outcome> checked(Plan plan, Checked<Fingerprints> marks, Relay relay) {
    if (marks.value().isEmpty()) {
      return refused(marks.diagnostics());
    }
    Fingerprints fingerprints = marks.value().get();
    if (!plan.hasErrors() && !engine.seals().holds(plan, fingerprints)) {
      return refused(
          List.of(
              Diagnostic.of(
                  FacadeProblems.BROKEN_SEAL,
                  "The plan was altered after it was made, or made with other keys. Plan again, and"
                      + " apply that.")));
    }
    List<Diagnostic> withheld = WithheldLiterals.in(plan);
    if (!withheld.isEmpty()) {
      return refused(withheld);
    }
    return engine
        .secrets()
        .reveal(plan, environment, fingerprints)
        .thenCompose(
            inputs ->
                inputs.value().isEmpty()
                    ? refused(inputs.diagnostics())
                    : back(plan, inputs.value().get(), fingerprints, relay));
  }

  /** A rollback needs the state that it leads back to. */
  private CompletableFuture<Outcome> back(
      Plan plan, Inputs inputs, Fingerprints fingerprints, Relay relay) {
    if (plan.restores().isEmpty()) {
      return opened(plan, inputs, fingerprints, relay);
    }
    return engine
        .states()
        .load(environment.id(), plan.restores().getAsLong())
        .thenCompose(
            former ->
                former.value().isEmpty()
                    ? refused(former.diagnostics())
                    : back(plan, former.value().get(), inputs, fingerprints, relay));
  }

  private CompletableFuture<Outcome> back(
      Plan plan, State former, Inputs inputs, Fingerprints fingerprints, Relay relay) {
    Plan whole =
        engine.seals().isOwn(plan, fingerprints) ? plan : Retracing.withSecrets(plan, former);
    return opened(whole, inputs, fingerprints, relay)
        .thenApply(
            outcome ->
                outcome instanceof Outcome.Refused
                    ? outcome
                    : outcome.with(Retracing.undone(plan, former, outcome)));
  }

  private CompletableFuture<Outcome> opened(
      Plan plan, Inputs inputs, Fingerprints fingerprints, Relay relay) {
    return engine
        .states()
        .open(environment.id(), principal.name(), LONGEST_WAIT_FOR_RECORDS)
        .thenCompose(
            journal ->
                journal.value().isEmpty()
                    ? refused(journal.diagnostics())
                    : walked(plan, inputs, fingerprints, relay, journal.value().get()));
  }

  private CompletableFuture<Outcome> walked(
      Plan plan, Inputs inputs, Fingerprints fingerprints, Relay relay, Journal journal) {
    Policies.Cleared cleared = engine.policies().cleared(environment, plan, journal.state());
    if (!cleared.refusals().isEmpty()) {
      return refused(cleared.refusals(), journal);
    }
    List<Diagnostic> denied = engine.admission().to(workspace, cleared.plan());
    if (!denied.isEmpty()) {
      return refused(denied, journal);
    }
    return engine
        .approvals()
        .refusals(
            environment,
            cleared.plan(),
            journal.state(),
            engine.registry(environment.id(), fingerprints))
        .exceptionallyCompose(
            failure ->
                journal
                    .close()
                    .handle((nothing, unclosed) -> failure)
                    .thenCompose(CompletableFuture::failedFuture))
        .thenCompose(
            missing ->
                missing.isEmpty()
                    ? walked(plan, inputs, fingerprints, relay, journal, cleared)
                    : refused(missing, journal));
  }

  private CompletableFuture<Outcome> refused(List<Diagnostic> problems, Journal journal) {
    return journal.close().handle((nothing, failure) -> problems).thenCompose(this::refused);
  }

  private CompletableFuture<Outcome> walked(
      Plan plan,
      Inputs inputs,
      Fingerprints fingerprints,
      Relay relay,
      Journal journal,
      Policies.Cleared cleared) {
    ExecutionRequest request =
        new ExecutionRequest(
            plan,
            journal,
            engine.remainder(plan, inputs, fingerprints),
            fingerprints::of,
            candidate -> engine.seals().isGenuine(candidate, fingerprints),
            principal.name(),
            cleared.clearance());
    Undoing undoing =
        new Undoing(
            engine,
            new Undoing.Parts(
                environment,
                () -> PlanGraph.of(engine, environment, plan.context(), inputs),
                inputs,
                plan.context().imports(),
                fingerprints,
                journal,
                principal.name()),
            relay);
    return new Walking(engine, request, undoing, relay)
        .walk()
        .thenCompose(outcome -> journal.close().handle((nothing, failure) -> outcome));
  }

  private CompletableFuture<Outcome> refused(List<Diagnostic> problems) {
    return engine
        .states()
        .load(environment.id())
        .thenApply(
            loaded ->
                new Outcome.Refused(
                    new Outcome.Report(
                        loaded.value().orElseGet(() -> State.empty(environment.id(), "")),
                        List.of(),
                        List.of(),
                        problems,
                        Duration.ZERO)));
  }
}
