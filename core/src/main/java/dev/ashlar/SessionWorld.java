package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.Principal;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.compile.LiveGraph;
import dev.ashlar.observation.Observer;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.planner.PlanRequest;
import dev.ashlar.plan.planner.PlanStep;
import dev.ashlar.plan.planner.Replanner;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.plan.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a session plans with: what was loaded, what was seen since, and what was worked out of it.
 * For one thread at a time.
 */
final class SessionWorld {
  /** How many answers to what edits asked are kept; an older question is asked again. */
  private static final int RECENT = 256;

  private final Engine engine;
  private final String tenant;
  private final Preparation.Records records;
  private final PlanMode mode;
  private final Principal author;
  private final Secrets secrets;
  private final Optional<PlanFacts> facts;
  private final Observer observer;
  private final LiveGraph live;
  private final Replanner replanner = new Replanner();
  private final Map<Question, Answer> since = new LinkedHashMap<>();
  private Observations opened = Observations.NONE;
  private Observations observations = Observations.NONE;
  private List<Diagnostic> noticed = List.of();
  private @Nullable Graph graph;
  private @Nullable Environment environment;
  private Policies.@Nullable Judge judge;
  private @Nullable Plan planned;

  SessionWorld(
      Engine engine, String tenant, Preparation.Records records, PlanMode mode, Principal author) {
    this.author = author;
    this.engine = engine;
    this.tenant = tenant;
    this.records = records;
    this.mode = mode;
    this.secrets = engine.secrets().remembering();
    this.facts =
        records.fingerprints().value().map(marks -> Planning.facts(engine.providers(), marks));
    this.observer = Planning.observer(engine, tenant);
    this.live = engine.liveGraph();
  }

  /** The same with nothing worked out. */
  SessionWorld anew() {
    return new SessionWorld(engine, tenant, records, mode, author);
  }

  Secrets secrets() {
    return secrets;
  }

  /** Takes documents; a plan where it is clear at once that there is nothing to plan. */
  Optional<Plan> compile(Environment environment, Checked<Inputs> inputs) {
    Checked<Graph> compiled =
        Preparation.graph(environment, inputs, known -> live.compile(environment, known));
    Checked<Preparation.Prepared> prepared =
        compiled.isSound() ? records.with(compiled) : Checked.refused(compiled.diagnostics());
    if (prepared.value().isEmpty()) {
      return Optional.of(Planning.refused(environment.id(), 0, prepared.diagnostics()));
    }
    graph = prepared.value().get().graph();
    this.environment = environment;
    noticed = prepared.diagnostics();
    return Planning.unrecovered(prepared.value().get());
  }

  /** Plans what was taken last; answers with what must be known first. */
  List<Question> plan() {
    PlanStep step =
        replanner.plan(
            new PlanRequest(
                Objects.requireNonNull(graph),
                records.state().orThrow(),
                mode,
                records.imports().orThrow(),
                observations,
                mode.follows(),
                facts.orElseThrow()));
    if (step instanceof PlanStep.Asking asking) {
      return asking.questions();
    }
    forget();
    planned =
        engine
            .seals()
            .seal(
                marked(judged(Planning.with(((PlanStep.Planned) step).plan(), noticed))),
                records.fingerprints().orThrow());
    return List.of();
  }

  private Plan marked(Plan plan) {
    return engine.approvals().marked(Objects.requireNonNull(environment), plan, mode, author);
  }

  /** The plan with what the policies say; what did not change is not judged again. */
  private Plan judged(Plan plan) {
    Environment of = Objects.requireNonNull(environment);
    if (engine.policies().areNone(of)) {
      return plan;
    }
    if (judge == null || !judge.isOf(of)) {
      judge = engine.policies().judge(of, records.state().orThrow());
    }
    return judge.judged(plan);
  }

  /** The plan, where there were no questions. */
  Plan planned() {
    return Objects.requireNonNull(planned);
  }

  CompletableFuture<Map<Question, Answer>> ask(List<Question> questions) {
    return observer.answer(questions);
  }

  void learn(Map<Question, Answer> answers) {
    since.putAll(answers);
    observations = opened.and(since);
  }

  /** What was seen when the session was opened stays; of what came later, the newest. */
  private void forget() {
    if (planned == null) {
      opened = observations;
      since.clear();
    } else if (since.size() > RECENT) {
      since.keySet().removeAll(since.keySet().stream().limit(since.size() - RECENT).toList());
      observations = opened.and(since);
    }
  }

  /**
   * What a preview took.
   *
   * @param compiled how many declarations were compiled
   * @param evaluated how many were evaluated
   */
  record Effort(int compiled, int evaluated) {}

  Effort effort() {
    return new Effort(live.compiled(), replanner.evaluated());
  }
}
