package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
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
