package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.Principal;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.render.Drawing;
import dev.ashlar.graph.render.GraphText;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** A workspace of an engine: it only puts the parts together. */
record EngineWorkspace(Engine engine, Environment environment, Principal principal)
    implements Workspace {

  @Override
  public CompletableFuture<List<Diagnostic>> check() {
    return planning(
        () -> new Preparation(engine, environment).graph().thenApply(this::problems),
        refusals -> refusals);
  }

  /** Whatever is planned or looked at. */
  private <T> CompletableFuture<T> planning(
      Supplier<CompletableFuture<T>> work, Function<List<Diagnostic>, T> refused) {
    return admitted(
        engine.admission().toOneOf(this, environment.stage(), Permission.PLAN), work, refused);
  }

  private <T> CompletableFuture<T> admitted(
      List<Diagnostic> refusals,
      Supplier<CompletableFuture<T>> work,
      Function<List<Diagnostic>, T> refused) {
    return engine
        .underWay()
        .answer(
            () ->
                refusals.isEmpty()
                    ? work.get()
                    : CompletableFuture.completedFuture(refused.apply(refusals)),
            why -> refused.apply(List.of(why)));
  }

  private List<Diagnostic> problems(Checked<Graph> graph) {
    List<Diagnostic> problems = new ArrayList<>(graph.diagnostics());
    problems.addAll(engine.policies().problems(environment));
    return problems;
  }

  @Override
  public CompletableFuture<Checked<String>> graph(GraphFormat format) {
    return planning(
        () ->
            new Preparation(engine, environment)
                .graph()
                .thenApply(graph -> graph.map(sound -> drawn(sound, format))),
        Checked::refused);
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
    return planning(
        () ->
            engine
                .auditing()
                .planned(mode, principal, new Planning(engine, environment, principal).plan(mode)),
        refusals -> Planning.refused(environment.id(), 0, refusals));
  }

  @Override
  public CompletableFuture<PlanningSession> edit(PlanMode mode) {
    if (mode.purpose() == PlanMode.Purpose.ROLLBACK) {
      throw new IllegalArgumentException("a rollback does not follow from a blueprint");
    }
    return planning(
        () -> EngineSession.open(engine, this, mode),
        refusals -> EngineSession.refused(engine, this, mode, refusals));
  }

  @Override
  public CompletableFuture<Checked<Approval>> requestApproval(Plan plan, String reason) {
    return told(
        AuditEntry.Kind.APPROVAL_REQUESTED,
        Permission.PLAN,
        deciding -> deciding.request(plan, reason));
  }

  @Override
  public CompletableFuture<Checked<Approval>> approve(String id, String reason) {
    return told(
        AuditEntry.Kind.APPROVAL_GIVEN,
        Permission.APPROVE,
        deciding -> deciding.decide(id, /* approved= */ true, reason));
  }

  @Override
  public CompletableFuture<Checked<Approval>> reject(String id, String reason) {
    return told(
        AuditEntry.Kind.APPROVAL_REFUSED,
        Permission.APPROVE,
        deciding -> deciding.decide(id, /* approved= */ false, reason));
  }

  /** Also that somebody tried to who may not. */
  private CompletableFuture<Checked<Approval>> told(
      AuditEntry.Kind kind,
      Permission permission,
      Function<Deciding, CompletableFuture<Checked<Approval>>> work) {
    List<Diagnostic> no = engine.admission().toOneOf(this, environment.stage(), permission);
    return engine
        .underWay()
        .answer(
            () ->
                engine
                    .auditing()
                    .decided(
                        environment.id(),
                        kind,
                        principal,
                        no.isEmpty()
                            ? work.apply(new Deciding(engine, environment, principal))
                            : CompletableFuture.completedFuture(Checked.refused(no))),
            EngineWorkspace::refused);
  }

  @Override
  public CompletableFuture<Checked<List<Approval>>> approvals() {
    return admitted(
        engine.admission().toOneOf(this, environment.stage(), Permission.PLAN, Permission.APPROVE),
        () -> new Deciding(engine, environment, principal).list(),
        Checked::refused);
  }

  @Override
  public Run apply(Plan plan) {
    List<Diagnostic> no = engine.admission().to(this, plan);
    return engine.run(
        relay ->
            engine
                .auditing()
                .applied(
                    environment.id(),
                    plan,
                    principal,
                    () ->
                        no.isEmpty()
                            ? new Applying(engine, this).start(plan, relay)
                            : refused(no)));
  }

  /** Nothing of the records is shown. */
  private CompletableFuture<Outcome> refused(List<Diagnostic> problems) {
    return CompletableFuture.completedFuture(
        new Outcome.Refused(
            new Outcome.Report(
                State.empty(environment.id(), ""), List.of(), List.of(), problems, Duration.ZERO)));
  }

  @Override
  public Run recover(Decision.Answer... answers) {
    List<Decision.Answer> all = List.of(answers);
    List<Diagnostic> no = engine.admission().toOneOf(this, environment.stage(), Permission.RECOVER);
    return engine.run(
        relay ->
            engine
                .auditing()
                .recovered(
                    environment.id(),
                    all,
                    principal,
                    () ->
                        no.isEmpty()
                            ? new Recovering(engine, environment, principal).start(all, relay)
                            : refused(no)));
  }

  @Override
  public CompletableFuture<DriftReport> drift() {
    return planning(
        () -> new Drifting(engine, environment, principal).report(), DriftReport::refused);
  }

  @Override
  public CompletableFuture<PolicyReport> policies() {
    return planning(
        () -> new Planning(engine, environment, principal).report(),
        refusals -> new PolicyReport(List.of(), List.of(), refusals));
  }

  @Override
  public CompletableFuture<Checked<State>> state() {
    return recorded(OptionalLong.empty());
  }

  @Override
  public CompletableFuture<Checked<State>> state(long serial) {
    return recorded(OptionalLong.of(serial));
  }

  private CompletableFuture<Checked<State>> recorded(OptionalLong serial) {
    return engine.underWay().answer(() -> records().read(serial), EngineWorkspace::refused);
  }

  @Override
  public CompletableFuture<Checked<List<Serial>>> serials() {
    return engine.underWay().answer(() -> records().serials(), EngineWorkspace::refused);
  }

  private Records records() {
    return new Records(engine, environment.id(), Optional.of(environment.stage()), principal);
  }

  @Override
  public String toString() {
    return environment + " in the hands of " + principal;
  }
}
