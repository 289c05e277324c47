package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One environment after another through the front door. What is declared, planned and done is
 * written down as a protocol, for golden files; and after everything that is applied the laws are
 * checked: the records are sound, the cloud is as recorded, and the second plan is empty.
 */
public final class Scene implements AutoCloseable {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n";

  private final VirtualTime time = VirtualTime.stepped();

  /** The cloud. */
  public final MemoryCloud cloud = MemoryCloud.builder().time(time).build();

  /** What fetches secrets. */
  public final Map<String, String> variables = new TreeMap<>();

  /** The engine. */
  public final Ashlar ashlar;

  private final StringBuilder protocol = new StringBuilder();
  private Environment environment =
      Environment.of("shop", Blueprint.read(Source.text("shop.yaml", HEAD)).orThrow());

  /** A scene with nothing in it. */
  public Scene() {
    this(UnaryOperator.identity());
  }

  /** A scene with nothing in it, on an engine that is different. */
  public Scene(UnaryOperator<Ashlar.Builder> change) {
    Ashlar.Builder builder =
        Ashlar.builder()
            .addProvider(cloud)
            .addProvider(cloud.standIn(Parts.DESCRIPTOR, Parts.CATALOG))
            .addSecretSource(SecretSource.variables(variables))
            .state(StateStore.inMemory(time::now))
            .executor(time)
            .time(time)
            .random(new Random(1));
    ashlar = change.apply(builder).build();
  }

  /** The time of it all. */
  public VirtualTime time() {
    return time;
  }

  /** The blueprint from now on, its head left out. */
  public Scene declare(String body) {
    write("blueprint", body);
    environment =
        environment.blueprint(Blueprint.read(Source.text("shop.yaml", HEAD + body)).orThrow());
    return this;
  }

  /** The environment is different from now on. */
  public Scene with(UnaryOperator<Environment> change) {
    environment = change.apply(environment);
    return this;
  }

  /** The environment, in nobody's hands. */
  public Workspace workspace() {
    return ashlar.open(environment);
  }

  /** The plan. */
  public Plan plan() {
    return plan(PlanMode.apply());
  }

  /** The plan for a purpose. */
  public Plan plan(PlanMode mode) {
    return time.run(workspace().plan(mode));
  }

  /** Writes down what would be done. */
  public Scene shown() {
    return shown(PlanMode.apply());
  }

  /** Writes down what would be done for a purpose. */
  public Scene shown(PlanMode mode) {
    write("plan", PlanText.plain().render(plan(mode)));
    return this;
  }

  /** Writes down a note. */
  public Scene note(String text) {
    write("note", text + "\n");
    return this;
  }

  private void write(String title, String text) {
    protocol.append("==== ").append(title).append(" ====\n").append(text);
    if (!text.endsWith("\n")) {
      protocol.append('\n');
    }
    protocol.append('\n');
  }

  /** Plans, applies, writes down, checks the laws. */
  public Outcome applied() {
    return applied(PlanMode.apply());
  }

  /** Plans for a purpose, applies, writes down, checks the laws. */
  public Outcome applied(PlanMode mode) {
    Outcome outcome = round(mode);
    assertThat(left()).as("the second plan").isEqualTo("");
    return outcome;
  }

  /** Plans, applies, writes down; something is left for the next round. */
  public Outcome round(PlanMode mode) {
    Plan plan = plan(mode);
    write("plan", PlanText.plain().render(plan));
    assertThat(plan.diagnostics()).filteredOn(problem -> problem.isError()).isEmpty();
    Outcome outcome = apply(plan);
    assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
    write("applied", outcome.summary() + outputs(outcome.state()));
    sound();
    return outcome;
  }

  /** Applies, and nothing else. */
  public Outcome apply(Plan plan) {
    return time.run(workspace().apply(plan).outcome());
  }

  private static String outputs(State state) {
    StringBuilder text = new StringBuilder("\n");
    state.outputs().entries().forEach((name, value) -> text.append(name + " = " + value + "\n"));
    return text.toString();
  }

  /** What the next plan would change; nothing, by the fourth law. */
  public String left() {
    Plan plan = plan();
    return plan.isEmpty() && plan.diagnostics().isEmpty() ? "" : PlanText.plain().render(plan);
  }

  /** The records are sound, and the cloud is as recorded. */
  public void sound() {
    State state = state();
    assertThat(Invariants.check(state)).isEmpty();
    assertThat(state.pending()).isEmpty();
    assertThat(state.run()).isEmpty();
    for (StateObject object : state.objects()) {
      if (object.type().startsWith("odd::")) {
        continue;
      }
      CloudObject there =
          cloud.object(object.type(), object.identity().orElseThrow()).orElseThrow();
      if (object.lifecycle().ownership() == Lifecycle.Ownership.MANAGE) {
        object
            .values()
            .observed()
            .entries()
            .forEach(
                (name, value) -> {
                  if (value.isKnown() && !value.hasSecret()) {
                    assertThat(there.properties().get(name))
                        .as("%s of %s", name, object.id())
                        .isEqualTo(value);
                  }
                });
      }
    }
  }

  /** The records. */
  public State state() {
    return time.run(workspace().state()).orThrow();
  }

  /** The object recorded at an address. */
  public StateObject recorded(String address) {
    return state().at(Address.parse(address).orElseThrow()).orElseThrow();
  }

  /** The provider's identifier of the object recorded at an address. */
  public String identity(String address) {
    return recorded(address).identity().orElseThrow();
  }

  /** The property of an object in the cloud. */
  public Value actual(String address, String property) {
    StateObject object = recorded(address);
    return cloud
        .object(object.type(), object.identity().orElseThrow())
        .orElseThrow()
        .properties()
        .get(property);
  }

  /** Changes a property behind the engine's back. */
  public Scene tamper(String address, String property, Value value) {
    StateObject object = recorded(address);
    cloud.tamper(object.type(), object.identity().orElseThrow(), old -> old.with(property, value));
    write("meanwhile", property + " of " + address + " becomes " + value + "\n");
    return this;
  }

  /** Removes an object behind the engine's back. */
  public Scene lose(String address) {
    StateObject object = recorded(address);
    cloud.remove(object.type(), object.identity().orElseThrow());
    write("meanwhile", address + " is removed\n");
    return this;
  }

  /** Every object in the cloud is recorded, and the other way round. */
  public Scene nothingElse() {
    assertThat(new TreeSet<>(cloud.objects().stream().map(CloudObject::id).toList()))
        .isEqualTo(
            new TreeSet<>(
                state().objects().stream().map(o -> o.identity().orElseThrow()).toList()));
    return this;
  }

  /** The protocol is what the file holds. */
  public void golden(String name) {
    Golden.check("endtoend/" + name + ".txt", protocol.toString());
  }

  @Override
  public void close() {
    ashlar.close();
  }
}
