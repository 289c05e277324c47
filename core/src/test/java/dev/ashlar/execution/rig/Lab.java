package dev.ashlar.execution.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.run.Execution;
import dev.ashlar.execution.run.ExecutionRequest;
import dev.ashlar.execution.run.Parallelism;
import dev.ashlar.execution.run.Surroundings;
import dev.ashlar.execution.step.Known;
import dev.ashlar.execution.step.Remainder;
import dev.ashlar.execution.turn.Turns;
import dev.ashlar.expression.Expressions;
import dev.ashlar.expression.Limits;
import dev.ashlar.graph.compile.GraphCompiler;
import dev.ashlar.graph.compile.Types;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.observation.Observer;
import dev.ashlar.observation.PlanningLoop;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.observation.retry.Backoff;
import dev.ashlar.observation.retry.Delays;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.planner.PlanRequest;
import dev.ashlar.plan.planner.Planner;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.plan.resolution.Resolution;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Blueprints are planned and applied on the simulated cloud, one after another. */
public final class Lab {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n";

  private final VirtualTime time = VirtualTime.stepped();

  /** The cloud. */
  public final MemoryCloud cloud = MemoryCloud.builder().time(time).build();

  private final Providers providers = Providers.of(cloud);
  private final Types types = Types.of(providers);
  private final Expressions expressions = new Expressions(Limits.STANDARD, System::nanoTime);
  private final Sessions sessions = new Sessions(providers);
  private final Execution execution =
      new Execution(
          Surroundings.of(
              sessions,
              time,
              time,
              new Random(1),
              Admission.UNLIMITED,
              Parallelism.of(10),
              new Turns(100)));
  private Environment environment =
      Environment.of("shop", Blueprint.read(Source.text("shop.yaml", HEAD)).orThrow());
  private State state = State.empty(environment.id(), "0123456789abcdef");

  /** The blueprint from now on, its head left out. */
  public Lab declare(String body) {
    environment =
        environment.blueprint(Blueprint.read(Source.text("shop.yaml", HEAD + body)).orThrow());
    return this;
  }

  /** A plan. */
  public Plan plan(PlanMode mode) {
    Observer observer =
        new Observer(
            sessions,
            new ConnectorCalls(time, time, note -> {}),
            Patience.of(new Delays(time, time), Backoff.usual(new Random(2))),
            10);
    PlanRequest request =
        new PlanRequest(
            new GraphCompiler(expressions::compile, types).compile(environment, inputs()).orThrow(),
            state,
            mode,
            Map.of(),
            Observations.NONE,
            Optional.empty(),
            new PlanFacts(types.catalog(), type -> false, provider -> "1", Lab::fingerprint));
    Planner planner = new Planner();
    return time.run(new PlanningLoop(planner::plan, observer, time).plan(request)).plan();
  }

  private Inputs inputs() {
    return Inputs.resolve(environment).orThrow();
  }

  private static String fingerprint(Value value) {
    Value content = value instanceof Value.SecretValue secret ? secret.content() : value;
    return "fp:" + String.format("%032x", content.hashCode());
  }

  /** Plans and applies. */
  public Outcome apply() {
    return apply(plan(PlanMode.apply()));
  }

  /** Applies a plan. */
  public Outcome apply(Plan plan) {
    assertThat(plan.diagnostics()).isEmpty();
    MemoryJournal journal = new MemoryJournal(time, state, Duration.ofMillis(3));
    Resolution resolution =
        new Resolution(plan, inputs(), types, expressions::compile, Lab::fingerprint);
    Outcome outcome =
        time.run(
            execution
                .start(
                    new ExecutionRequest(
                        plan,
                        journal,
                        new Resolved(resolution),
                        Lab::fingerprint,
                        any -> !any.digest().isEmpty(),
                        "tester"))
                .outcome());
    state = journal.state();
    assertThat(Invariants.check(state)).isEmpty();
    return outcome;
  }

  /** What the next plan would do. */
  public List<String> next() {
    Plan plan = plan(PlanMode.apply());
    assertThat(plan.diagnostics()).isEmpty();
    return plan.changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .map(Change::id)
        .toList();
  }

  /** What is recorded. */
  public State state() {
    return state;
  }

  /** The object recorded at an address. */
  public StateObject recorded(String address) {
    return state.at(Address.parse(address).orElseThrow()).orElseThrow();
  }

  private record Resolved(Resolution resolution) implements Remainder {
    @Override
    public Checked<Change> change(Change change, Known known) {
      return resolution.change(change, known);
    }

    @Override
    public Checked<Value.MapValue> configuration(StateObject.Home home, Known known) {
      return resolution.configuration(home, known);
    }

    @Override
    public Checked<Value.MapValue> outputs(Known known) {
      return resolution.outputs(known);
    }
  }
}
