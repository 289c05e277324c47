package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.Principal;
import dev.ashlar.observation.Observer;
import dev.ashlar.observation.PlanningLoop;
import dev.ashlar.observation.retry.Backoff;
import dev.ashlar.observation.retry.Delays;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.planner.PlanRequest;
import dev.ashlar.plan.planner.Planner;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.state.State;
import dev.ashlar.state.secret.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes a plan of an environment: gathers, asks, plans, seals. */
final class Planning {
  private final Engine engine;
  private final Environment environment;
  private final Principal author;

  Planning(Engine engine, Environment environment, Principal author) {
    this.engine = engine;
    this.environment = environment;
    this.author = author;
  }

  CompletableFuture<Plan> plan(PlanMode mode) {
    return new Preparation(engine, environment)
        .all()
        .thenCompose(
            prepared ->
                prepared.value().isEmpty()
                    ? CompletableFuture.completedFuture(
                        refused(environment.id(), 0, prepared.diagnostics()))
                    : planned(mode, prepared.value().get(), prepared.diagnostics()));
  }

  /** What the policies say of a plan, and of what it leaves as it is. */
  CompletableFuture<PolicyReport> report() {
    return plan(PlanMode.apply())
        .thenCombineAsync(
            engine.states().load(environment.id()),
            (plan, state) ->
                engine
                    .policies()
                    .report(
                        environment,
                        plan,
                        state.value().orElseGet(() -> State.empty(environment.id(), ""))),
            engine.executor());
  }

  /** Where nothing can be planned: a plan that says why. */
  static Plan refused(Environment.Id environment, long serial, List<Diagnostic> diagnostics) {
    return Plan.builder(environment, serial).diagnostics(diagnostics).build();
  }

  private CompletableFuture<Plan> planned(
      PlanMode mode, Preparation.Prepared prepared, List<Diagnostic> noticed) {
    Optional<Plan> unrecovered = unrecovered(prepared);
    if (unrecovered.isPresent()) {
      return CompletableFuture.completedFuture(unrecovered.get());
    }
    PlanRequest request = request(mode, prepared);
    if (mode.purpose() != PlanMode.Purpose.ROLLBACK) {
      return planned(request, prepared, noticed);
    }
    return new Earlier(engine.states(), prepared.state())
        .find(mode.to())
        .thenCompose(
            former -> {
              List<Diagnostic> all = new ArrayList<>(noticed);
              all.addAll(former.diagnostics());
              return former.value().isEmpty()
                  ? CompletableFuture.completedFuture(
                      refused(environment.id(), prepared.state().serial(), all))
                  : planned(request.backTo(former.value().get()), prepared, all);
            });
  }

  private CompletableFuture<Plan> planned(
      PlanRequest request, Preparation.Prepared prepared, List<Diagnostic> noticed) {
    return unsealed(request)
        .thenCompose(result -> new Owners(engine.states()).named(with(result.plan(), noticed)))
        .thenApply(
            plan ->
                engine
                    .seals()
                    .seal(
                        engine
                            .approvals()
                            .marked(
                                environment,
                                engine.policies().judged(environment, plan, prepared.state()),
                                request.mode(),
                                author),
                        prepared.fingerprints()));
  }

  /** A plan that is only looked at. */
  CompletableFuture<PlanningLoop.Result> unsealed(PlanRequest request) {
    return new PlanningLoop(
            new Planner()::plan, observer(engine, environment.id().tenant()), engine.executor())
        .plan(request);
  }

  PlanRequest request(PlanMode mode, Preparation.Prepared prepared) {
    return new PlanRequest(
        prepared.graph(),
        prepared.state(),
        mode,
        prepared.imports(),
        Observations.NONE,
        mode.follows(),
        facts(engine.providers(), prepared.fingerprints()));
  }

  /** Where a run has not ended: a plan that says so, and whether it is under way. */
  static Optional<Plan> unrecovered(Preparation.Prepared prepared) {
    State state = prepared.state();
    return state.run().isEmpty()
        ? Optional.empty()
        : Optional.of(
            refused(
                state.environment(),
                state.serial(),
                List.of(prepared.locked().orElseGet(() -> interrupted(state)))));
  }

  private static Diagnostic interrupted(State state) {
    return Diagnostic.of(
        ExecutionProblems.RECOVER_FIRST,
        "The run that led to serial "
            + state.serial()
            + " has not ended: "
            + state.pending().size()
            + " operations are open. Recover first.");
  }

  /** Answers what the planner asks. */
  static Observer observer(Engine engine, String tenant) {
    return new Observer(
        engine.sessions(),
        engine.calls(),
        new Patience(
            new Delays(engine.time(), engine.executor()),
            Backoff.usual(engine.random()),
            engine.limits(),
            tenant),
        engine.parallelism(),
        again -> engine.tell(LookingAgain.of(again)));
  }

  static PlanFacts facts(Providers providers, Fingerprints fingerprints) {
    return new PlanFacts(
        providers.catalog(),
        type -> providers.owning(type).map(owner -> owner.refines(type)).orElse(false),
        name -> providers.descriptor(name).map(Provider.Descriptor::version).orElse(""),
        fingerprints::of);
  }

  /** A plan with what was noticed before it. */
  static Plan with(Plan plan, List<Diagnostic> noticed) {
    if (noticed.isEmpty()) {
      return plan;
    }
    List<Diagnostic> all = new ArrayList<>(noticed);
    all.addAll(plan.diagnostics());
    return plan.toBuilder().diagnostics(all).build();
  }
}
