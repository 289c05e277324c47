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
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Address;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A creation that fails when its process is long dead is not taken for one that went well. */
@Timeout(60)
class LateFailureTest {
  /** Begun: the run, and the creation. */
  private static final int ENTRIES = 2;

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  private final StateStore records = StateStore.inMemory(time::now);

  private Ashlar engine(StateStore store) {
    return Ashlar.builder()
        .addProvider(cloud)
        .executor(time)
        .time(time)
        .random(new Random(1))
        .state(store)
        .build();
  }

  private static Workspace open(Ashlar ashlar) {
    String text =
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: shop, version: 1.0.0 }
        resources:
          jobs: { type: "memory::Queue", properties: { Name: jobs } }
        """;
    return ashlar.open(
        Environment.of("test", Blueprint.read(Source.text("shop.yaml", text)).orThrow()));
  }

  @Test
  void theObjectIsRecordedAsTaintedAndReplacedByTheNextPlan() {
    cloud.fault(Fault.lateFailure(Duration.ofMinutes(1)).on("*", Operation.CREATE).times(1));
    try (Ashlar ashlar = engine(new DyingStore(records, ENTRIES))) {
      Workspace shop = open(ashlar);
      time.run(shop.apply(time.run(shop.plan())).outcome());
    }
    assertThat(cloud.effects()).extracting(Effect::operation).containsExactly(Operation.CREATE);
    time.advance(Duration.ofMinutes(15));

    try (Ashlar ashlar = engine(records)) {
      Workspace shop = open(ashlar);
      Outcome recovered = time.run(shop.recover().outcome());
      assertThat(recovered).as("%s", recovered.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      StateObject jobs = recovered.state().at(Address.of("jobs")).orElseThrow();
      assertThat(jobs.status()).isEqualTo(StateObject.Status.TAINTED);

      Plan plan = time.run(shop.plan());
      assertThat(plan.changes()).extracting(Change::action).contains(Action.REPLACE);
      Outcome applied = time.run(shop.apply(plan).outcome());

      assertThat(applied).as("%s", applied.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(time.run(shop.plan()).isEmpty()).isTrue();
      assertThat(cloud.objects()).hasSize(1);
    }
  }
}
