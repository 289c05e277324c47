package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.run.ExecutionRequest;
import dev.ashlar.execution.run.Opening;
import dev.ashlar.graph.Graph;
import dev.ashlar.observation.PlanningLoop;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.planner.PlanRequest;
import dev.ashlar.plan.planner.Planner;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Undoes the run that is open: plans the way back to the state before it, and walks it as a run of
 * its own, which begins with the very entry that ends the other.
 */
final class Undoing {
  private final Engine engine;
  private final Parts parts;
  private final Relay relay;

  /**
   * What a rollback is planned and made with.
   *
   * @param environment the environment
   * @param graph how providers are configured
   * @param inputs the inputs, with their secrets
   * @param imports other environments' outputs
   * @param fingerprints the environment's fingerprints
   * @param journal the records, open
   * @param principal who acts
   */
  record Parts(
      Environment environment,
      Supplier<Graph> graph,
      Inputs inputs,
      Map<String, Value.MapValue> imports,
      Fingerprints fingerprints,
      Journal journal,
      String principal) {}

  Undoing(Engine engine, Parts parts, Relay relay) {
    this.engine = engine;
    this.parts = parts;
    this.relay = relay;
  }

  /**
   * Whether the open run is to be undone: it has failed and says so, or undoes something itself.
   */
  static boolean isDue(State state) {
    Optional<JournalEntry.RunBegan> run = state.run();
    return run.isPresent()
        && (run.get().restores().isPresent()
            || isUndoneOnFailure(run.get()) && !state.ended().failed().isEmpty());
  }

  private static boolean isUndoneOnFailure(JournalEntry.RunBegan run) {
    return run.onFailure().equals("rollback");
  }

  /** Undoes what a recovery has found: the run had failed, and nobody was told why. */
  CompletableFuture<Outcome> afterRecovery(Outcome recovered) {
    List<Diagnostic> all = new ArrayList<>(recovered.diagnostics());
    all.add(failedBefore(parts.journal().state()));
    return after(
        new Outcome.Failed(
            new Outcome.Report(
                recovered.state(),
                recovered.changes(),
                recovered.report().deferred(),
                all,
                recovered.report().duration())));
  }

  private static Diagnostic failedBefore(State state) {
    JournalEntry.RunBegan run = state.run().orElseThrow();
    String what =
        run.restores().isPresent()
            ? "It was on the way back to serial " + run.restores().getAsLong() + "."
            : "What had failed: " + String.join(", ", state.ended().failed().keySet()) + ".";
    return Diagnostic.of(
        ExecutionProblems.FAILED_BEFORE,
        "The run that led to serial " + run.serial() + " was cut off. " + what);
  }

  /** Undoes it; the outcome is that of the run that has failed, with what became of undoing it. */
  CompletableFuture<Outcome> after(Outcome failed) {
    JournalEntry.RunBegan run = parts.journal().state().run().orElseThrow();
    long to = run.restores().orElse(run.serial() - 1);
    return engine
        .states()
        .load(parts.environment().id(), to)
        .thenCompose(
            former ->
                former.value().isEmpty()
                    ? stuck(failed, former.diagnostics())
                    : plan(former.value().get(), Set.of())
                        .thenCompose(plan -> walk(failed, former.value().get(), plan)));
  }

  /** A person would be asked for a secret; here the object is left out, and said to be. */
  private CompletableFuture<Plan> plan(State former, Set<Address> excluded) {
    PlanRequest request =
        new PlanRequest(
                parts.graph().get(),
                parts.journal().state(),
                PlanMode.rollback().to(former.serial()).excluding(excluded),
                parts.imports(),
                Observations.NONE,
                Optional.empty(),
                Planning.facts(engine.providers(), parts.fingerprints()))
            .backTo(former);
    return new PlanningLoop(
            new Planner()::plan,
            Planning.observer(engine, parts.environment().id().tenant()),
            engine.executor())
        .plan(request)
        .thenCompose(
            result -> {
              Set<Address> more = new TreeSet<>(excluded);
              result.plan().diagnostics().stream()
                  .filter(problem -> problem.code().equals(PlanProblems.ROLLBACK_SECRET.id()))
                  .forEach(problem -> problem.address().ifPresent(more::add));
              return more.equals(excluded)
                  ? CompletableFuture.completedFuture(leftOut(result.plan(), excluded))
                  : plan(former, more);
            });
  }

  private static Plan leftOut(Plan plan, Set<Address> excluded) {
    List<Diagnostic> all = new ArrayList<>(plan.diagnostics());
    excluded.forEach(
        address ->
            all.add(
                Diagnostic.of(
                        PlanProblems.NOT_RESTORED,
                        "\""
                            + address
                            + "\" is not as before afterwards: a secret that it needs is not"
                            + " recorded, and no parameter has it.")
                    .on(address)));
    return plan.toBuilder().diagnostics(all).build();
  }

  private CompletableFuture<Outcome> walk(Outcome failed, State former, Plan plan) {
    if (plan.hasErrors()) {
      return stuck(failed, plan.diagnostics());
    }
    if (plan.isEmpty()) {
      return engine
          .execution()
          .end(parts.journal(), "rolled-back")
          .handle((done, failure) -> over(failed, former, plan, Optional.empty()));
    }
    ExecutionRequest request =
        new ExecutionRequest(
                plan,
                parts.journal(),
                engine.remainder(plan, parts.inputs(), parts.fingerprints()),
                parts.fingerprints()::of,
                any -> true,
                parts.principal())
            .with(Opening.INSTEAD);
    return relay
        .follow(engine.execution().start(request, relay.cancelled()))
        .thenApply(outcome -> over(failed, former, plan, Optional.of(outcome)));
  }

  private Outcome over(Outcome failed, State former, Plan plan, Optional<Outcome> undone) {
    Outcome last =
        undone.orElseGet(
            () ->
                new Outcome.Succeeded(
                    new Outcome.Report(
                        parts.journal().state(),
                        List.of(),
                        List.of(),
                        plan.diagnostics(),
                        Duration.ZERO)));
    Outcome.Rollback rollback = Retracing.undone(plan, former, last);
    List<Diagnostic> all = new ArrayList<>(failed.diagnostics());
    all.addAll(last.diagnostics());
    Outcome.Report report =
        new Outcome.Report(
            last.state(),
            failed.changes(),
            failed.report().deferred(),
            all,
            failed.report().duration().plus(last.report().duration()),
            Optional.of(rollback));
    if (last instanceof Outcome.NeedsDecision stuck) {
      return new Outcome.NeedsDecision(report, stuck.decisions());
    }
    return last instanceof Outcome.Cancelled
        ? new Outcome.Cancelled(report)
        : new Outcome.Failed(report);
  }

  /** There is no way back: the run ends as failed, and all is as it has left it. */
  private CompletableFuture<Outcome> stuck(Outcome failed, List<Diagnostic> why) {
    return engine
        .execution()
        .end(parts.journal(), "failed")
        .handle(
            (done, failure) -> {
              List<Diagnostic> all = new ArrayList<>(failed.diagnostics());
              all.addAll(why);
              Set<Address> changed = new TreeSet<>();
              failed.changes().forEach(result -> changed.add(result.change().address()));
              return new Outcome.Failed(
                  new Outcome.Report(
                      parts.journal().state(),
                      failed.changes(),
                      failed.report().deferred(),
                      all,
                      failed.report().duration(),
                      Optional.of(new Outcome.Rollback(false, List.copyOf(changed), List.of()))));
            });
  }
}
