package dev.ashlar.testkit;

import static dev.ashlar.testkit.AshlarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a test is given, and what it can rely on. */
@Simulated(seed = 7, stage = "production", tenant = "acme", faults = SimulationTest.OneLost.class)
class SimulationTest {
  static final String SHOP =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: shop, version: 1.0.0 }
      resources:
        key: { type: "memory::Key" }
        uploads:
          type: memory::Bucket
          properties:
            Name: "${env.name}-${env.stage}"
            Encryption: { Algorithm: KEY, KeyId: "${key.id}" }
        db:
          type: memory::Database
          properties: { Name: db, Engine: POSTGRES, AdminPassword: "correct horse" }
        note:
          type: memory::Value
          properties: { input: "${db.Endpoint}" }
      """;

  static final class OneLost implements Simulated.Faults {
    @Override
    public List<Fault> faults() {
      return List.of(Fault.lostResponse().on("memory::Bucket", Operation.CREATE).times(1));
    }
  }

  @Test
  void allThatIsGivenBelongsTogether(
      Simulation simulation, Ashlar engine, MemoryCloud cloud, VirtualTime time, StateStore store) {
    assertThat(engine).isSameAs(simulation.engine());
    assertThat(cloud).isSameAs(simulation.cloud());
    assertThat(time).isSameAs(simulation.time());
    assertThat(store).isSameAs(simulation.store());
    assertThat(simulation.seed()).isEqualTo(7);
  }

  @Test
  void itIsSetUpAsAnnotated(Simulation simulation) {
    Workspace shop = simulation.open(SHOP);

    Outcome outcome = simulation.apply(shop);

    assertThat(outcome).succeeded();
    assertThat(shop.environment().id().tenant()).isEqualTo("acme");
    assertThat(simulation.cloud().object("memory::Bucket", "test-production")).isPresent();
    assertThat(simulation.cloud().hits()).hasSize(1);
    assertThat(shop).isSound().matches(simulation.cloud()).plansNothing();
  }

  @Test
  void minutesTakeNoTime(Simulation simulation) {
    Workspace shop = simulation.open(SHOP);

    Run run = shop.apply(shop.plan().join());

    assertThat(run).succeeded().waitedFor("db").tookAtMost(Duration.ofMinutes(5));
    assertThat(simulation.time().elapsed()).isGreaterThan(Duration.ofMinutes(4));
  }

  @Test
  void whatHappensMeanwhileBelongsIntoVirtualTime(Simulation simulation) {
    Workspace shop = simulation.open(SHOP);

    Run run =
        simulation.apply(
            shop,
            shop.plan().join(),
            begun -> simulation.at(Duration.ofSeconds(30), begun::cancel));

    assertThat(run)
        .skipped("note", Event.SkipReason.CANCELLED)
        .outcome()
        .wasCancelled()
        .state()
        .has("db")
        .hasNot("note");
  }

  @Test
  void anotherEngineGoesOnWithTheSameStatesAndCloud(Simulation simulation) {
    simulation.apply(simulation.open(SHOP));

    simulation.restart();

    assertThat(simulation.open(SHOP)).isSound().plansNothing();
  }

  @Test
  @Simulated(seed = 8, speed = 1_000)
  void anAnnotationOnTheMethodTakesThePlaceOfTheOneOnTheClass(Simulation simulation) {
    assertThat(simulation.seed()).isEqualTo(8);
    assertThat(simulation.apply(simulation.open(SHOP))).succeeded();
    assertThat(simulation.time().elapsed()).isLessThan(Duration.ofMinutes(1));
    assertThat(simulation.cloud().hits()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(identities(7)).isEqualTo(identities(7)).isNotEqualTo(identities(8));
  }

  private static List<String> identities(long seed) {
    try (Simulation simulation = Simulation.builder().seed(seed).build()) {
      simulation.apply(simulation.open(SHOP));
      return simulation.cloud().objects().stream().map(object -> object.id()).toList();
    }
  }

  @Test
  void aFailureTellsItsSeed() {
    List<Throwable> failures = failures(Failing.class);

    assertThat(failures).singleElement().satisfies(SimulationTest::assertTellsSeed);
  }

  private static void assertTellsSeed(Throwable failure) {
    assertThat(failure.getSuppressed())
        .singleElement()
        .asString()
        .contains("seed 42", "@Simulated(seed = 42)");
  }

  private static List<Throwable> failures(Class<?> type) {
    List<Throwable> failures = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(type))
            .configurationParameter("junit.jupiter.conditions.deactivate", "*")
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(failures::add);
              }
            });
    return failures;
  }

  /** Run by a launcher of its own, and by nobody else. */
  @Simulated(seed = 42)
  @org.junit.jupiter.api.Disabled("it is to fail: see aFailureTellsItsSeed")
  static class Failing {
    @Test
    void fails(Simulation simulation) {
      assertThat(simulation.seed()).isEqualTo(0);
    }
  }
}
