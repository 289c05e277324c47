package dev.ashlar;

import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session of an engine: takes edits in turns, and plans when no more of them wait. */
final class EngineSession implements PlanningSession {
  private final Engine engine;
  private final Workspace workspace;
  private final Principal principal;
  private final String stage;
  private final PlanMode mode;
  private final Turns turns = new Turns(this::settle);

  // Everything below is touched in turns only, but for the preview, which is only read elsewhere.
  private Environment environment;
  private @Nullable SessionWorld world;
  private @Nullable Environment resolved;
  private @Nullable Checked<Inputs> inputs;
  private List<Waiting> waiting = new ArrayList<>();
  private boolean due;
  private boolean planning;
  private long attempt;
  private volatile @Nullable EnginePreview latest;

  /** Who waits for the next preview, and what to tell besides. */
  private record Waiting(CompletableFuture<Preview> answer, List<Diagnostic> refusals) {}

  private EngineSession(Engine engine, Workspace workspace, PlanMode mode) {
    this.engine = engine;
    this.environment = workspace.environment();
    this.principal = workspace.principal();
    this.workspace = workspace;
    this.stage = workspace.environment().stage();
    this.mode = mode;
  }

  static CompletableFuture<PlanningSession> open(
      Engine engine, Workspace workspace, PlanMode mode) {
    EngineSession session = new EngineSession(engine, workspace, mode);
    return session.load(workspace.environment()).thenApply(preview -> session);
  }

  /** A session that was not opened, and says why. */
  static PlanningSession refused(
      Engine engine, Workspace workspace, PlanMode mode, List<Diagnostic> why) {
    EngineSession session = new EngineSession(engine, workspace, mode);
    Environment of = workspace.environment();
    Plan none = Planning.refused(of.id(), 0, why);
    session.latest = new EnginePreview(of, none, List.of(), List.of());
    return session;
  }

  @Override
  public CompletableFuture<Preview> edit(Edit... edits) {
    List<Edit> all = List.of(edits);
    List<Diagnostic> refusals = refusals();
    return engine
        .underWay()
        .answer(
            () -> {
              if (!refusals.isEmpty()) {
                return CompletableFuture.completedFuture(preview().refusing(refusals));
              }
              CompletableFuture<Preview> answer = new CompletableFuture<>();
              turns.take(() -> accept(all, answer));
              return answer;
            },
            this::refusing);
  }

  @Override
  public CompletableFuture<Preview> refresh() {
    List<Diagnostic> refusals = refusals();
    return engine
        .underWay()
        .answer(
            () ->
                refusals.isEmpty()
                    ? load(preview().environment())
                    : CompletableFuture.completedFuture(preview().refusing(refusals)),
            this::refusing);
  }

  /** What was allowed when the session was opened may be so no more; the stage is that of then. */
  private List<Diagnostic> refusals() {
    return engine.admission().toOneOf(workspace, stage, Permission.PLAN);
  }

  @Override
  public EnginePreview preview() {
    return Objects.requireNonNull(latest);
  }

  private Preview refusing(Diagnostic why) {
    return preview().refusing(List.of(why));
  }

  /** How many declarations were compiled, and how many evaluated, for the newest preview. */
  SessionWorld.Effort effort() {
    return world().effort();
  }

  private CompletableFuture<Preview> load(Environment of) {
    CompletableFuture<Preview> answer = new CompletableFuture<>();
    var unused =
        new Preparation(engine, of)
            .records()
            .whenComplete((records, failure) -> turns.take(() -> loaded(records, failure, answer)));
    return answer;
  }

  private void loaded(
      Preparation.@Nullable Records records,
      @Nullable Throwable failure,
      CompletableFuture<Preview> answer) {
    if (records == null) {
      Throwable cause = cause(Objects.requireNonNull(failure));
      turns.tell(() -> answer.completeExceptionally(cause));
      return;
    }
    world = new SessionWorld(engine, environment.id().tenant(), records, mode, principal);
    resolved = null;
    waiting.add(new Waiting(answer, List.of()));
    due = true;
  }

  private void accept(List<Edit> edits, CompletableFuture<Preview> answer) {
    Checked<Environment> edited = Checked.of(environment);
    try {
      for (Edit edit : edits) {
        Environment so = edited.orThrow();
        edited = edit.applyTo(so);
        if (edited.value().isEmpty()) {
          break;
        }
      }
    } catch (RuntimeException | Error defect) {
      turns.tell(() -> answer.completeExceptionally(defect));
      return;
    }
    if (edited.value().isPresent()) {
      environment = edited.value().get();
      waiting.add(new Waiting(answer, List.of()));
      due = true;
    } else if (due || planning) {
      waiting.add(new Waiting(answer, edited.diagnostics()));
    } else {
      EnginePreview refusing = preview().refusing(edited.diagnostics());
      turns.tell(() -> answer.complete(refusing));
    }
  }

  /** Nothing waits: what was edited is planned. */
  private void settle() {
    if (!due) {
      return;
    }
    due = false;
    planning = true;
    long mine = ++attempt;
    try {
      resolve(mine);
    } catch (RuntimeException | Error defect) {
      fail(defect);
    }
  }

  private void resolve(long mine) {
    Environment of = environment;
    if (resolved != null && sameSettings(resolved, of)) {
      compile(mine);
      return;
    }
    then(
        new Preparation(engine, of).inputs(world().secrets()),
        mine,
        found -> {
          inputs = found;
          resolved = of;
          compile(mine);
        });
  }

  @SuppressWarnings("ReferenceEquality") // an edit keeps the very object where nothing changes
  private static boolean sameSettings(Environment before, Environment now) {
    return before.parameters() == now.parameters()
        && before.flags() == now.flags()
        && before.blueprint().parameters().equals(now.blueprint().parameters())
        && before.blueprint().flags().equals(now.blueprint().flags());
  }

  private void compile(long mine) {
    world()
        .compile(environment, Objects.requireNonNull(inputs))
        .ifPresentOrElse(plan -> finish(plan), () -> plan(mine));
  }

  private void plan(long mine) {
    SessionWorld on = world();
    List<Question> questions = on.plan();
    if (questions.isEmpty()) {
      finish(on.planned());
      return;
    }
    then(
        on.ask(questions),
        mine,
        answers -> {
          on.learn(answers);
          plan(mine);
        });
  }

  /** Goes on with what comes, in a turn, unless another edit was begun since. */
  private <T> void then(CompletableFuture<T> coming, long mine, Consumer<T> next) {
    if (coming.isDone()) {
      next.accept(coming.join());
      return;
    }
    var unused =
        coming.whenComplete(
            (value, failure) ->
                turns.take(
                    () -> {
                      if (mine != attempt) {
                        return;
                      }
                      try {
                        next.accept(coming.join());
                      } catch (RuntimeException | Error defect) {
                        fail(defect);
                      }
                    }));
  }

  private void finish(Plan plan) {
    EnginePreview before = latest;
    EnginePreview now =
        new EnginePreview(
            environment,
            plan,
            List.of(),
            before == null ? Redrawing.all(plan) : Redrawing.between(before.plan(), plan));
    latest = now;
    planning = false;
    answer(each -> each.answer().complete(of(now, each.refusals())));
  }

  private static Preview of(EnginePreview preview, List<Diagnostic> refusals) {
    return refusals.isEmpty() ? preview : preview.refusing(refusals);
  }

  /** What was worked out half way is worth nothing. */
  private void fail(Throwable defect) {
    planning = false;
    world = world().anew();
    answer(each -> each.answer().completeExceptionally(cause(defect)));
  }

  private void answer(Consumer<Waiting> with) {
    List<Waiting> all = waiting;
    waiting = new ArrayList<>();
    turns.tell(() -> all.forEach(with));
  }

  private SessionWorld world() {
    return Objects.requireNonNull(world);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
