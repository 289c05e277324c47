package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.Principal;
import dev.ashlar.graph.render.Drawing;
import dev.ashlar.graph.render.GraphText;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A workspace of an engine: it only puts the parts together. */
record EngineWorkspace(Engine engine, Environment environment, Principal principal)
    implements Workspace {

  @Override
  public CompletableFuture<List<Diagnostic>> check() {
    engine.ensureOpen();
    return new Preparation(engine, environment).graph().thenApply(Checked::diagnostics).copy();
  }

  @Override
  public CompletableFuture<Checked<String>> graph(GraphFormat format) {
    engine.ensureOpen();
    return new Preparation(engine, environment)
        .graph()
        .thenApply(
            graph ->
                graph.map(
                    sound ->
                        format == GraphFormat.MERMAID
                            ? GraphText.mermaid(Drawing.of(sound))
                            : GraphText.list(Drawing.of(sound))))
        .copy();
  }

  @Override
  public CompletableFuture<Plan> plan(PlanMode mode) {
    engine.ensureOpen();
    return new Planning(engine, environment).plan(mode).copy();
  }

  @Override
  public Run apply(Plan plan) {
    engine.ensureOpen();
    return engine.watched(new Applying(engine, environment, principal).start(plan));
  }

  @Override
  public CompletableFuture<DriftReport> drift() {
    return plan(PlanMode.of(PlanMode.Purpose.REPAIR)).thenApply(DriftReport::of).copy();
  }

  @Override
  public CompletableFuture<Checked<State>> state() {
    engine.ensureOpen();
    return engine.states().load(environment.id()).copy();
  }

  @Override
  public CompletableFuture<Checked<State>> state(long serial) {
    engine.ensureOpen();
    return engine.states().load(environment.id(), serial).copy();
  }

  @Override
  public String toString() {
    return environment + " in the hands of " + principal;
  }
}
