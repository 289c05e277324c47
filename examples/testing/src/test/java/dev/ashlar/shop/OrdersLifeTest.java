package dev.ashlar.shop;

import static dev.ashlar.testkit.AshlarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Workspace;
import dev.ashlar.connector.Failure;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done: in order, in spite of trouble, and back again. */
class OrdersLifeTest {
  private final Orders orders = new Orders();
  private final MemoryCloud cloud = orders.simulation.cloud();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void theDatabaseIsReadyBeforeTheFlagIsSwitched() {
    Workspace test = orders.open("test");

    Run run = test.apply(test.plan().join());

    assertThat(run)
        .succeeded()
        .finishedInOrder("key", "uploads", "db", "checkout")
        .tookAtMost(Duration.ofMinutes(10));
    assertThat(orders.flags.get("new-checkout").orElseThrow().percent()).isEqualTo(10);
    assertThat(test).isSound().plansNothing();
  }

  @Test
  void whatSomebodyChangedInTheConsoleIsFoundAndPutRight() {
    Workspace test = orders.open("test");
    orders.simulation.apply(test);
    CloudObject bucket = cloud.object("memory::Bucket", "orders-test-uploads").orElseThrow();
    cloud.tamper(bucket.type(), bucket.id(), old -> old.with("PublicAccess", Value.of(true)));
    cloud.tamper(bucket.type(), bucket.id(), old -> old.with("Versioning", Value.of("ON")));

    assertThat(test).hasDrift("uploads");

    assertThat(orders.simulation.apply(test)).succeeded();
    assertThat(test).hasDrift().plansNothing();
  }

  @Test
  void aLostAnswerAndAThrottledHourLeaveOneOfEach() {
    cloud.fault(
        Fault.lostResponse().on("memory::Bucket", Operation.CREATE).times(1),
        Fault.throttling(Duration.ofSeconds(20)).on("memory::*").probability(0.3));
    Workspace test = orders.open("test");

    assertThat(orders.simulation.apply(test)).succeeded();

    cloud.calm();
    assertThat(cloud.hits()).isNotEmpty();
    assertThat(cloud.objects())
        .extracting(CloudObject::type)
        .containsExactlyInAnyOrder("memory::Key", "memory::Bucket", "memory::Database");
    assertThat(test).isSound().plansNothing();
  }

  @Test
  void withoutTheDatabaseTheFlagStaysOffAndTheNextRunGoesOn() {
    cloud.fault(
        Fault.refusal(Failure.quota("there are too many databases"))
            .on("memory::Database", Operation.CREATE));
    Workspace test = orders.open("test");

    Run run = test.apply(test.plan().join());

    assertThat(run)
        .failed()
        .failedAt("db")
        .skipped("checkout", Event.SkipReason.DEPENDENCY)
        .outcome()
        .state()
        .has("key")
        .hasNot("db", "checkout");
    cloud.calm();
    assertThat(orders.simulation.apply(test)).succeeded();
    assertThat(test).isSound().plansNothing();
  }

  @Test
  void aProcessThatEndsInTheMiddleIsFollowedByOneThatGoesOn() {
    Workspace test = orders.open("test");
    Run run =
        orders.simulation.apply(
            test,
            test.plan().join(),
            begun -> orders.simulation.at(Duration.ofSeconds(30), begun::cancel));
    assertThat(run).outcome().wasCancelled();

    orders.simulation.restart();

    Workspace again = orders.open("test");
    assertThat(orders.simulation.apply(again)).succeeded();
    assertThat(again).isSound().plansNothing();
  }

  @Test
  void theLastChangeCanBeUndone() {
    orders.simulation.apply(orders.open("test"));
    Workspace larger = orders.open("test", it -> it.parameter("dbSize", "LARGE"));
    orders.simulation.apply(larger);

    Plan back = larger.plan(PlanMode.rollback()).join();

    assertThat(back).updates("db", "/Size").hasNoOtherChanges();
    assertThat(larger.apply(back)).succeeded();
    assertThat(orders.open("test")).plansNothing();
  }

  @Test
  void productionIsNotDestroyedByMistake() {
    Workspace production = orders.open("production");
    orders.simulation.apply(production);

    Plan destroy = production.plan(PlanMode.of(PlanMode.Purpose.DESTROY)).join();
    Outcome outcome = production.apply(destroy).outcome().join();

    assertThat(destroy.hasErrors()).isTrue();
    assertThat(outcome).wasRefused(outcome.diagnostics().get(0).code());
    assertThat(production).state().has("db");
  }
}
