package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.observation.Observer;
import dev.ashlar.observation.PlanningLoop;
import dev.ashlar.observation.retry.Backoff;
import dev.ashlar.observation.retry.Delays;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.planner.PlanRequest;
import dev.ashlar.plan.planner.Planner;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.state.secret.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes a plan of an environment: gathers, asks, plans, seals. */
final class Planning {
  private final Engine engine;
  private final Environment environment;

  Planning(Engine engine, Environment environment) {
    this.engine = engine;
    this.environment = environment;
  }

  CompletableFuture<Plan> plan(PlanMode mode) {
    return new Preparation(engine, environment)
        .all()
        .thenCompose(
            prepared ->
                prepared.value().isEmpty()
                    ? CompletableFuture.completedFuture(refused(0, prepared.diagnostics()))
                    : planned(mode, prepared.value().get(), prepared.diagnostics()));
  }

  private Plan refused(long serial, List<Diagnostic> diagnostics) {
    return refused(environment.id(), serial, diagnostics);
  }

  /** A plan that only says why there is none. */
  static Plan refused(Environment.Id environment, long serial, List<Diagnostic> diagnostics) {
    return Plan.builder(environment, serial).diagnostics(diagnostics).build();
  }

  private CompletableFuture<Plan> planned(
      PlanMode mode, Preparation.Prepared prepared, List<Diagnostic> noticed) {
    if (prepared.state().run().isPresent()) {
      return CompletableFuture.completedFuture(
          refused(
              prepared.state().serial(),
              List.of(
                  Diagnostic.of(
                      ExecutionProblems.RECOVER_FIRST,
                      "The run that led to serial "
                          + prepared.state().serial()
                          + " has not ended: "
                          + prepared.state().pending().size()
                          + " operations are open. Recover first."))));
    }
    PlanRequest request = request(mode, prepared);
    Observer observer =
        new Observer(
            engine.sessions(),
            engine.calls(),
            new Delays(engine.time(), engine.executor()),
            Backoff.usual(engine.random()),
            engine.parallelism());
    return new PlanningLoop(new Planner()::plan, observer, engine.executor())
        .plan(request)
        .thenApply(
            result -> engine.seals().seal(with(result.plan(), noticed), prepared.fingerprints()));
  }

  PlanRequest request(PlanMode mode, Preparation.Prepared prepared) {
    return new PlanRequest(
        prepared.graph(),
        prepared.state(),
        mode,
        prepared.imports(),
        Observations.NONE,
        mode.follows(),
        facts(prepared.fingerprints()));
  }

  private PlanFacts facts(Fingerprints fingerprints) {
    Providers providers = engine.providers();
    return new PlanFacts(
        providers.catalog(),
        type -> providers.owning(type).map(owner -> owner.refines(type)).orElse(false),
        name -> providers.descriptor(name).map(Provider.Descriptor::version).orElse(""),
        fingerprints::of);
  }

  private static Plan with(Plan plan, List<Diagnostic> noticed) {
    List<Diagnostic> all = new ArrayList<>(noticed);
    all.addAll(plan.diagnostics());
    return plan.toBuilder().diagnostics(all).build();
  }
}
