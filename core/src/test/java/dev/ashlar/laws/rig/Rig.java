package dev.ashlar.laws.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.laws.generate.JavaSource;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.json.ValueJson;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One environment on a {@link LawCloud}. All that is done with it is written down as the Java that
 * does it again: the reproducer of a failing case.
 */
public final class Rig implements AutoCloseable {
  private static final int ROUNDS = 10;

  private final VirtualTime time = VirtualTime.stepped();

  /** The cloud. */
  public final LawCloud cloud;

  private final Ashlar ashlar;
  private final StringBuilder java = new StringBuilder();
  private boolean deferring;
  private OnFailure onFailure = OnFailure.STOP;
  private String document =
      "{\"apiVersion\": \"ashlar.dev/v1\", \"kind\": \"Blueprint\","
          + " \"metadata\": {\"name\": \"law\", \"version\": \"1.0.0\"}}";

  /** An empty environment. */
  public Rig(List<ResourceSchema> types, boolean rewording) {
    this(types, rewording, (time, builder) -> builder);
  }

  /** An empty environment on an engine that is different. */
  public Rig(
      List<ResourceSchema> types,
      boolean rewording,
      BiFunction<VirtualTime, Ashlar.Builder, Ashlar.Builder> change) {
    cloud = new LawCloud(types, rewording);
    Ashlar.Builder builder =
        Ashlar.builder().addProvider(cloud).executor(time).time(time).random(new Random(1));
    ashlar = change.apply(time, builder).build();
    java.append("Rig rig = new Rig(" + JavaSource.of(types) + ", " + rewording + ");\n");
  }

  /** Does something with a rig; whatever goes wrong is told with the seed and the reproducer. */
  public static void with(
      long seed, List<ResourceSchema> types, boolean rewording, Consumer<Rig> what) {
    try (Rig rig = new Rig(types, rewording)) {
      try {
        what.accept(rig);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "-Dlaws.seed=" + seed + "\n" + e.getMessage() + "\n\n" + rig.reproducer(), e);
      }
    }
  }

  /** The Java that does the same again. */
  public String reproducer() {
    return java.toString();
  }

  /** The document from now on. */
  public Rig declare(String text) {
    document = text;
    java.append("rig.declare(" + JavaSource.block(text) + ");\n");
    return this;
  }

  /** What happens when an operation fails. */
  public Rig onFailure(OnFailure choice) {
    onFailure = choice;
    return this;
  }

  /** The environment, in nobody's hands. */
  public Workspace workspace() {
    Blueprint blueprint = Blueprint.read(Source.text("law", document)).orThrow();
    return ashlar.open(Environment.of("law", blueprint).onFailure(onFailure));
  }

  /** The plan. */
  public Plan plan() {
    return plan(PlanMode.apply());
  }

  /** The plan for a purpose. */
  public Plan plan(PlanMode mode) {
    return time.run(workspace().plan(mode));
  }

  /** The plan, which can be applied. */
  public Plan soundPlan() {
    Plan plan = plan();
    assertThat(plan.diagnostics()).noneMatch(problem -> problem.isError());
    return plan;
  }

  /** Applies a plan, whatever comes of it. */
  public Outcome apply(Plan plan) {
    return time.run(workspace().apply(plan).outcome());
  }

  /** Ends what was begun; a person who is asked forgets. */
  public Outcome recovered() {
    java.append("rig.recovered();\n");
    Outcome outcome = time.run(workspace().recover().outcome());
    if (outcome instanceof Outcome.NeedsDecision open) {
      Decision.Answer[] answers =
          open.decisions().stream()
              .map(
                  decision ->
                      new Decision.Answer(
                          decision.operation(), Decision.Choice.FORGET, Optional.empty()))
              .toArray(Decision.Answer[]::new);
      return time.run(workspace().recover(answers).outcome());
    }
    return outcome;
  }

  /** Plans and applies, round by round, which succeeds and leaves sound records. */
  public Rig applied() {
    java.append("rig.applied();\n");
    applied(soundPlan());
    for (int round = 0; deferring && round < ROUNDS; round++) {
      applied(soundPlan());
    }
    assertThat(deferring).as("something is left after %d rounds", ROUNDS).isFalse();
    return this;
  }

  /** Applies a plan, which succeeds and leaves sound records of what exists. */
  public Outcome applied(Plan plan) {
    Outcome outcome = apply(plan);
    assertThat(outcome)
        .as("%s%n%s", outcome.diagnostics(), PlanText.plain().render(plan))
        .isInstanceOf(Outcome.Succeeded.class);
    deferring = plan.changes().stream().anyMatch(each -> each.action() == Action.DEFERRED);
    try {
      sound();
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "\n" + outcome.summary() + "\n" + PlanText.plain().render(plan), e);
    }
    return outcome;
  }

  /** The records are sound, and of everything that exists. */
  public Rig sound() {
    State state = state();
    assertThat(Invariants.check(state)).isEmpty();
    assertThat(state.pending()).isEmpty();
    assertThat(deferring || state.deposed().isEmpty()).as("deposed objects").isTrue();
    assertThat(new TreeSet<>(state.objects().stream().map(o -> o.identity().orElse("")).toList()))
        .isEqualTo(cloud.things().keySet());
    return this;
  }

  /** The next plan changes nothing. */
  public Rig settled() {
    java.append("rig.settled();\n");
    nothingIn(plan());
    nothingIn(plan(PlanMode.apply().withoutRefresh()));
    return this;
  }

  private static void nothingIn(Plan plan) {
    assertThat(plan.isEmpty() && plan.diagnostics().isEmpty())
        .as("the second plan:%n%s", PlanText.plain().render(plan))
        .isTrue();
  }

  /** Changes a property behind the engine's back; null takes it away. */
  public Rig tamper(String address, String property, String json) {
    java.append("rig.tamper(" + JavaSource.text(address) + ", " + JavaSource.text(property));
    java.append(", " + JavaSource.text(json) + ");\n");
    cloud.tamper(identity(address), property, ValueJson.parse(json));
    return this;
  }

  /** Removes an object behind the engine's back. */
  public Rig lose(String address) {
    java.append("rig.lose(" + JavaSource.text(address) + ");\n");
    cloud.lose(identity(address));
    return this;
  }

  /** The identifier of the object at an address. */
  public String identity(String address) {
    return state()
        .at(Address.parse(address).orElseThrow())
        .flatMap(StateObject::identity)
        .orElseThrow();
  }

  /** The records. */
  public State state() {
    return time.run(workspace().state()).orThrow();
  }

  @Override
  public void close() {
    ashlar.close();
  }
}
