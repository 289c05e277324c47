package dev.ashlar.testkit;

import static dev.ashlar.testkit.AshlarAssertions.assertThat;
import static dev.ashlar.testkit.AshlarAssertions.assertThatDiagnostics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.Workspace;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the assertions hold of, and what they say where it does not hold. */
@Simulated
class AssertionsTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop }\nresources:\n";
  private static final String KEY = "  key: { type: \"memory::Key\" }\n";

  private static String bucket(String properties) {
    return HEAD
        + KEY
        + "  uploads: { type: \"memory::Bucket\", properties: { Name: uploads, "
        + "Encryption: { Algorithm: KEY, KeyId: \"${key.id}\" }, "
        + properties
        + " } }\n";
  }

  @Test
  void aPlanIsSpokenOfInItsOwnWords(Simulation simulation) {
    Plan first = simulation.open(bucket("Versioning: \"ON\"")).plan().join();
    assertThat(first)
        .hasNoErrors()
        .isNotEmpty()
        .creates("key", "uploads")
        .because("key", Reason.Kind.DECLARED)
        .risksAtMost(Risk.SAFE)
        .hasNoOtherChanges();
    simulation.apply(simulation.open(bucket("Versioning: \"ON\"")));

    assertThat(simulation.open(bucket("Versioning: SUSPENDED")).plan().join())
        .updates("uploads", "/Versioning")
        .leavesAlone("key")
        .hasNoOtherChanges();
    assertThat(simulation.open(bucket("Versioning: \"ON\", ObjectLock: true")).plan().join())
        .replaces("uploads", "/ObjectLock")
        .deletes("uploads");
    assertThat(simulation.open(HEAD + KEY).plan().join()).deletes("uploads").hasNoOtherChanges();
    assertThat(simulation.open(bucket("Versioning: \"ON\"")).plan().join()).isEmpty();
  }

  @Test
  void aPlanThatIsOtherwiseIsShown(Simulation simulation) {
    Plan plan = simulation.open(bucket("Versioning: \"ON\"")).plan().join();

    assertSays(() -> assertThat(plan).isEmpty(), "the plan is not empty", "+  key", "+  uploads");
    assertSays(() -> assertThat(plan).updates("key"), "the plan does not update key", "+  key");
    assertSays(
        () -> assertThat(plan).creates("key").hasNoOtherChanges(),
        "the plan changes [uploads], too");
    assertSays(() -> assertThat(plan).leavesAlone("key"), "does not leave key alone");
    assertSays(
        () -> assertThat(plan).because("key", Reason.Kind.DRIFTED), "because of drifted", "+  key");
    simulation.apply(simulation.open(bucket("Versioning: \"ON\"")));
    Plan update = simulation.open(bucket("Versioning: SUSPENDED")).plan().join();
    assertSays(
        () -> assertThat(update).updates("uploads", "/Policy"),
        "changes [/Versioning] of uploads, and not [/Policy]");
    assertSays(() -> assertThat(update).risksAtMost(Risk.SAFE), "risk more than safe");
  }

  @Test
  void problemsAreSpokenOfByCodeAndPlace(Simulation simulation) {
    Plan plan = simulation.open(bucket("Versionin: \"ON\"")).plan().join();
    String code = plan.diagnostics().get(0).code();
    String place = plan.diagnostics().get(0).location().orElseThrow().toString();

    assertThat(plan)
        .hasDiagnostic(code)
        .hasDiagnostic(code, place)
        .hasDiagnostic(code, "blueprint.yaml:6");
    assertThatDiagnostics(plan.diagnostics()).hasCodeOn(code, "uploads");
    assertSays(() -> assertThat(plan).hasNoErrors(), "the plan has errors", "Versionin");
    assertSays(
        () -> assertThat(plan).hasDiagnostic("plan.nothing"), "there is no plan.nothing", code);
    assertSays(
        () -> assertThat(plan).hasDiagnostic(code, "blueprint.yaml:5"), "at blueprint.yaml:5");
    assertSays(
        () -> assertThatDiagnostics(plan.diagnostics()).isEmpty(), "there are problems", code);
  }

  @Test
  void aRunIsSpokenOfEventByEvent(Simulation simulation, MemoryCloud cloud) {
    cloud.fault(Fault.throttling(Duration.ofSeconds(1)).on("memory::Key", Operation.CREATE).at(1));
    Workspace shop = simulation.open(bucket("Versioning: \"ON\""));

    Run run = shop.apply(shop.plan().join());

    assertThat(run)
        .succeeded()
        .retried("key")
        .finishedInOrder("key", "uploads")
        .tookAtMost(Duration.ofMinutes(1));
    assertThat(run).outcome().did(Action.CREATE, "key", "uploads").deferred();
    assertSays(() -> assertThat(run).finishedInOrder("uploads", "key"), "order [key, uploads]");
    assertSays(() -> assertThat(run).retried("uploads"), "never retried uploads", "key");
    assertSays(() -> assertThat(run).failed(), "it was to fail", "2 created");
    assertSays(() -> assertThat(run).outcome().did(Action.UPDATE, "key"), "did not update key");
    assertSays(() -> assertThat(run).tookAtMost(Duration.ZERO), "which is more than PT0S");
  }

  @Test
  void whatFailsAndWhatIsSkippedIsSaid(Simulation simulation) {
    simulation.fault(
        Fault.refusal(dev.ashlar.connector.Failure.denied("memory:create", "not you"))
            .on("memory::Key", Operation.CREATE));
    Workspace shop = simulation.open(bucket("Versioning: \"ON\""));

    Run run = shop.apply(shop.plan().join());

    assertThat(run)
        .failed()
        .failedAt("key")
        .skipped("uploads", Event.SkipReason.DEPENDENCY)
        .outcome()
        .hasDiagnostic("execution.denied");
    assertSays(() -> assertThat(run).succeeded(), "it was to succeed", "not you");
  }

  @Test
  void recordsAreSpokenOfByAddress(Simulation simulation) {
    Workspace shop = simulation.open(bucket("Versioning: \"ON\""));
    simulation.apply(shop);

    assertThat(shop)
        .state()
        .isSound()
        .hasExactly("key", "uploads")
        .has("key")
        .hasNot("db")
        .hasProperty("uploads", "/Versioning", Value.of("ON"));
    assertThat(shop).matches(simulation.cloud()).hasDrift().plansNothing();
    assertSays(() -> assertThat(shop).state().hasExactly("key"), "not exactly [key]", "uploads#1");
    assertSays(
        () -> assertThat(shop).state().hasProperty("uploads", "/Versioning", Value.of("OFF")),
        "/Versioning of uploads is ON, and not OFF");
    assertSays(() -> assertThat(shop).state().has("db"), "it does not have db");
  }

  @Test
  void driftAndOrphansAreSaid(Simulation simulation, MemoryCloud cloud) {
    Workspace shop = simulation.open(bucket("Versioning: \"ON\""));
    simulation.apply(shop);
    cloud.tamper("memory::Bucket", "uploads", old -> old.with("Versioning", Value.of("OFF")));
    cloud.add("memory::Zone", Value.MapValue.EMPTY.with("Name", Value.of("acme.test.")));

    assertThat(shop).hasDrift("uploads");
    assertThat(shop).plan().updates("uploads", "/Versioning");
    assertSays(() -> assertThat(shop).hasDrift(), "[uploads] drifted");
    assertSays(() -> assertThat(shop).matches(cloud), "in the cloud only [memory::Zone");
    assertSays(() -> assertThat(shop).plansNothing(), "the plan is not empty", "~  uploads");
  }

  @Test
  void aRefusalIsSpokenOfByItsCode(Simulation simulation) {
    Workspace shop = simulation.open(bucket("Versioning: \"ON\""));
    Plan outdated = shop.plan().join();
    simulation.apply(shop);

    var refused = shop.apply(outdated).outcome().join();

    assertThat(refused).wasRefused(refused.diagnostics().get(0).code());
    assertSays(() -> assertThat(refused).succeeded(), "it was to succeed");
  }

  private static void assertSays(ThrowingCallable wrong, String... words) {
    assertThatThrownBy(wrong).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
  }
}
