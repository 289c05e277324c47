package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.expression.Expressions;
import dev.ashlar.expression.Limits;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.compile.GraphCompiler;
import dev.ashlar.graph.compile.Types;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.plan.question.Question;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One environment on a {@link ModelCloud}: blueprints are planned and applied, one after another.
 */
final class World {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n";

  static final Types TYPES = Types.of(Providers.of(new TestTypes()));
  static final Expressions EXPRESSIONS = new Expressions(Limits.STANDARD, System::nanoTime);

  final ModelCloud cloud = new ModelCloud();
  State state = State.empty(new Environment.Id("", "shop"), "lineage-1");
  private Environment environment =
      Environment.of("shop", Blueprint.read(Source.text("shop.yaml", HEAD)).orThrow());
  private final Map<String, Value.MapValue> imports = new HashMap<>();
  private PlanMode mode = PlanMode.apply();
  private Optional<String> follows = Optional.empty();

  /** The blueprint from now on, its head left out. */
  World declare(String body) {
    return blueprint(Blueprint.read(Source.text("shop.yaml", HEAD + body)).orThrow());
  }

  World blueprint(Blueprint blueprint) {
    environment = environment.blueprint(blueprint);
    return this;
  }

  World with(UnaryOperator<Environment> change) {
    environment = change.apply(environment);
    return this;
  }

  World mode(PlanMode other) {
    mode = other;
    return this;
  }

  World imported(String name, Value.MapValue outputs) {
    imports.put(name, outputs);
    return this;
  }

  World following(Plan plan) {
    follows = Optional.of(plan.digest());
    return this;
  }

  Environment environment() {
    return environment;
  }

  Graph graph() {
    return new GraphCompiler(EXPRESSIONS::compile, TYPES).compile(environment, inputs()).orThrow();
  }

  Inputs inputs() {
    return Inputs.resolve(environment).orThrow();
  }

  PlanRequest request() {
    return new PlanRequest(graph(), state, mode, imports, Observations.NONE, follows, facts());
  }

  static PlanFacts facts() {
    return new PlanFacts(
        TYPES.catalog(),
        type -> type.equals("t::Refined"),
        provider -> "1.0.0",
        World::fingerprint);
  }

  static String fingerprint(Value value) {
    Value content = value instanceof Value.SecretValue secret ? secret.content() : value;
    return "fp:" + String.format("%032x", content.hashCode());
  }

  /** A plan, when all questions are answered. */
  Plan plan() {
    return plan(request());
  }

  Plan plan(PlanRequest first) {
    PlanRequest request = first;
    for (int round = 0; round < 20; round++) {
      PlanStep step = new Planner().plan(request);
      if (step instanceof PlanStep.Planned planned) {
        return planned.plan();
      }
      Map<Question, Answer> answers = new HashMap<>();
      for (Question question : ((PlanStep.Asking) step).questions()) {
        answers.put(question, cloud.answer(question));
      }
      request = request.with(request.observations().and(answers));
    }
    throw new AssertionError("the planner asks without end");
  }

  /** Plans and applies. */
  Plan apply() {
    Plan plan = plan();
    apply(plan);
    return plan;
  }

  void apply(Plan plan) {
    if (plan.hasErrors()) {
      throw new AssertionError("a plan with errors is never applied: " + plan.diagnostics());
    }
    state = new ModelRun(plan, inputs(), cloud, state).run();
  }

  StateObject object(String address) {
    return state.at(Address.parse(address).orElseThrow()).orElseThrow();
  }

  String identity(String address) {
    return object(address).identity().orElseThrow();
  }

  /** What a plan says, as text. */
  String shown() {
    return PlanPicture.of(plan());
  }
}
