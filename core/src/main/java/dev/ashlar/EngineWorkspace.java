package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.Principal;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.render.Drawing;
import dev.ashlar.graph.render.GraphText;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A workspace of an engine: it only puts the parts together. */
record EngineWorkspace(Engine engine, Environment environment, Principal principal)
    implements Workspace {

  @Override
  public CompletableFuture<List<Diagnostic>> check() {
    return engine
        .underWay()
        .answer(
            () -> new Preparation(engine, environment).graph().thenApply(this::problems), List::of);
  }

  private List<Diagnostic> problems(Checked<Graph> graph) {
    List<Diagnostic> problems = new ArrayList<>(graph.diagnostics());
    problems.addAll(engine.policies().problems(environment));
    return problems;
  }

  @Override
  public CompletableFuture<Checked<String>> graph(GraphFormat format) {
    return engine
        .underWay()
        .answer(
            () ->
                new Preparation(engine, environment)
                    .graph()
                    .thenApply(graph -> graph.map(sound -> drawn(sound, format))),
            EngineWorkspace::refused);
  }

  static <T> Checked<T> refused(Diagnostic why) {
    return Checked.refused(List.of(why));
  }

  private static String drawn(Graph graph, GraphFormat format) {
    return format == GraphFormat.MERMAID
        ? GraphText.mermaid(Drawing.of(graph))
        : GraphText.list(Drawing.of(graph));
  }

  @Override
  public CompletableFuture<Plan> plan(PlanMode mode) {
    return engine
        .underWay()
        .answer(
            () ->
                engine
                    .auditing()
                    .planned(
                        mode, principal, new Planning(engine, environment, principal).plan(mode)),
            why -> Planning.refused(environment.id(), 0, List.of(why)));
  }

  @Override
  public CompletableFuture<PlanningSession> edit(PlanMode mode) {
    if (mode.purpose() == PlanMode.Purpose.ROLLBACK) {
      throw new IllegalArgumentException("a rollback does not follow from a blueprint");
    }
    return engine
        .underWay()
        .answer(
            () -> EngineSession.open(engine, this, mode),
            why -> EngineSession.refused(engine, this, mode, why));
  }

  @Override
  public CompletableFuture<Checked<Approval>> requestApproval(Plan plan, String reason) {
    return told(AuditEntry.Kind.APPROVAL_REQUESTED, deciding -> deciding.request(plan, reason));
  }

  @Override
  public CompletableFuture<Checked<Approval>> approve(String id, String reason) {
    return told(
        AuditEntry.Kind.APPROVAL_GIVEN,
        deciding -> deciding.decide(id, /* approved= */ true, reason));
  }

  @Override
  public CompletableFuture<Checked<Approval>> reject(String id, String reason) {
    return told(
        AuditEntry.Kind.APPROVAL_REFUSED,
        deciding -> deciding.decide(id, /* approved= */ false, reason));
  }

  @Override
  public CompletableFuture<Checked<List<Approval>>> approvals() {
    return deciding(Deciding::list);
  }

  private CompletableFuture<Checked<Approval>> told(
      AuditEntry.Kind kind, Function<Deciding, CompletableFuture<Checked<Approval>>> work) {
    return deciding(
        deciding ->
            engine.auditing().decided(environment.id(), kind, principal, work.apply(deciding)));
  }

  private <T> CompletableFuture<Checked<T>> deciding(
      Function<Deciding, CompletableFuture<Checked<T>>> work) {
    return engine
        .underWay()
        .answer(
            () -> work.apply(new Deciding(engine, environment, principal)),
            EngineWorkspace::refused);
  }

  @Override
  public Run apply(Plan plan) {
    return engine.run(
        relay ->
            engine
                .auditing()
                .applied(
                    environment.id(),
                    plan,
                    principal,
                    () -> new Applying(engine, environment, principal).start(plan, relay)));
  }

  @Override
  public Run recover(Decision.Answer... answers) {
    List<Decision.Answer> all = List.of(answers);
    return engine.run(
        relay ->
            engine
                .auditing()
                .recovered(
                    environment.id(),
                    all,
                    principal,
                    () -> new Recovering(engine, environment, principal).start(all, relay)));
  }

  @Override
  public CompletableFuture<DriftReport> drift() {
    return engine
        .underWay()
        .answer(
            () -> new Drifting(engine, environment, principal).report(),
            why -> DriftReport.refused(List.of(why)));
  }

  @Override
  public CompletableFuture<PolicyReport> policies() {
    return engine
        .underWay()
        .answer(
            () -> new Planning(engine, environment, principal).report(),
            why -> new PolicyReport(List.of(), List.of(), List.of(why)));
  }

  @Override
  public CompletableFuture<Checked<State>> state() {
    return engine
        .underWay()
        .answer(() -> engine.states().load(environment.id()), EngineWorkspace::refused);
  }

  @Override
  public CompletableFuture<Checked<State>> state(long serial) {
    return engine
        .underWay()
        .answer(() -> engine.states().load(environment.id(), serial), EngineWorkspace::refused);
  }

  @Override
  public CompletableFuture<Checked<List<Serial>>> serials() {
    return engine
        .underWay()
        .answer(
            () -> new Serials(engine.states(), environment.id()).list(), EngineWorkspace::refused);
  }

  @Override
  public String toString() {
    return environment + " in the hands of " + principal;
  }
}
