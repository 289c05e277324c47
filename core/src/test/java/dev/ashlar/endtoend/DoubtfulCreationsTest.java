package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.Effect;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A creation of which nobody heard is made once, whatever its type promises. */
@Timeout(60)
class DoubtfulCreationsTest {
  private static final String BLUEPRINT =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: shop, version: 1.0.0 }
      resources:
        net: { type: "memory::Network", properties: { CidrBlock: 10.0.0.0/16 } }
        group: { type: "memory::SecurityGroup", properties: { NetworkId: "${net.id}" } }
        role: { type: "memory::Role", properties: { TrustPolicy: "{}" } }
        note: { type: "memory::Value", properties: { input: 1 } }
      """;

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();

  @Test
  void everyLostResponseLeavesOneObjectAndTheSecondPlanIsEmpty() {
    cloud.fault(
        Fault.lostResponse().on("*", Operation.CREATE).at(1, 2, 3, 4),
        Fault.eventualLists(Duration.ofSeconds(5)));
    try (Ashlar ashlar =
        Ashlar.builder()
            .addProvider(cloud)
            .executor(time)
            .time(time)
            .random(new Random(1))
            .state(StateStore.inMemory(time::now))
            .build()) {
      Blueprint blueprint = Blueprint.read(Source.text("shop.yaml", BLUEPRINT)).orThrow();
      Workspace shop = ashlar.open(Environment.of("test", blueprint));

      Outcome outcome = time.run(shop.apply(time.run(shop.plan())).outcome());

      assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
      assertThat(created()).hasSize(4).doesNotHaveDuplicates();
      cloud.calm();
      assertThat(time.run(shop.plan()).isEmpty()).isTrue();
    }
  }

  private Ashlar engine() {
    return Ashlar.builder()
        .addProvider(cloud)
        .executor(time)
        .time(time)
        .random(new Random(1))
        .state(StateStore.inMemory(time::now))
        .build();
  }

  @Test
  void aLookThatIsThrottledIsMadeAgainAndNobodyIsAsked() {
    cloud.fault(
        Fault.lostResponse().on("*", Operation.CREATE).at(1, 2, 3, 4),
        Fault.throttling(Duration.ofSeconds(1)).on("*", Operation.LIST).times(2));
    try (Ashlar ashlar = engine()) {
      Workspace shop =
          ashlar.open(
              Environment.of(
                  "test", Blueprint.read(Source.text("shop.yaml", BLUEPRINT)).orThrow()));

      Outcome outcome = time.run(shop.apply(time.run(shop.plan())).outcome());

      assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Succeeded.class);
      assertThat(cloud.hits()).hasSizeGreaterThanOrEqualTo(6);
      assertThat(created()).hasSize(4).doesNotHaveDuplicates();
    }
  }

  @Test
  void aCancelledRunForgetsNothingThatMayHaveBeenMade() {
    cloud.fault(
        Fault.lostResponse().on("*", Operation.CREATE).times(1),
        Fault.refusal(Failure.denied("cloud:list", "no")).on("*", Operation.LIST),
        Fault.throttling(Duration.ofMinutes(1)).on("*", Operation.CREATE).at(2, 3, 4, 5));
    String jobs =
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: shop, version: 1.0.0 }
        resources:
          jobs: { type: "memory::Queue", properties: { Name: jobs } }
        """;
    try (Ashlar ashlar = engine()) {
      Workspace shop =
          ashlar.open(
              Environment.of("test", Blueprint.read(Source.text("shop.yaml", jobs)).orThrow()));
      Run run = shop.apply(time.run(shop.plan()));
      time.advance(Duration.ofSeconds(30));
      run.cancel();

      Outcome outcome = time.run(run.outcome());

      assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.NeedsDecision.class);
      assertThat(cloud.objects()).hasSize(1);
      cloud.calm();
      assertThat(time.run(shop.recover().outcome())).isInstanceOf(Outcome.Succeeded.class);
      assertThat(time.run(shop.plan()).isEmpty()).isTrue();
      assertThat(created()).hasSize(1);
    }
  }

  @Test
  void aLongCreationOfWhichNobodyHeardIsWaitedFor() {
    MemoryCloud slow = MemoryCloud.builder().time(time).speed(1).build();
    slow.fault(Fault.lostResponse().on("memory::*", Operation.CREATE).times(1));
    try (Ashlar ashlar =
        Ashlar.builder()
            .addProvider(slow)
            .executor(time)
            .time(time)
            .random(new Random(1))
            .state(StateStore.inMemory(time::now))
            .build()) {
      String text =
          """
          apiVersion: ashlar.dev/v1
          kind: Blueprint
          metadata: { name: shop, version: 1.0.0 }
          resources:
            web: { type: "memory::Container", properties: { Name: web, Image: "web:1" } }
          """;
      Workspace shop =
          ashlar.open(
              Environment.of("test", Blueprint.read(Source.text("shop.yaml", text)).orThrow()));

      Outcome made = time.run(shop.apply(time.run(shop.plan())).outcome());
      Duration took = time.elapsed();
      PlanMode destroy = PlanMode.of(PlanMode.Purpose.DESTROY);
      Outcome gone = time.run(shop.apply(time.run(shop.plan(destroy))).outcome());

      assertThat(made).isInstanceOf(Outcome.Succeeded.class);
      assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
      assertThat(slow.effects()).extracting(Effect::operation).containsOnlyOnce(Operation.CREATE);
      assertThat(gone).as("%s", gone.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  private List<String> created() {
    return cloud.effects().stream()
        .filter(effect -> effect.operation() == Operation.CREATE)
        .map(Effect::type)
        .toList();
  }
}
