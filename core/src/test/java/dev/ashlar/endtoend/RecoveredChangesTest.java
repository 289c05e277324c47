package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A change in place whose process died after the cloud's yes is recorded as the change it was. */
class RecoveredChangesTest {
  /** The run's begin and the operation's begin; its end is lost. */
  private static final int ENTRIES = 2;

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  private final StateStore records = StateStore.inMemory(time::now);

  private Ashlar engine(StateStore store) {
    return Ashlar.builder()
        .addProvider(cloud)
        .state(store)
        .executor(time)
        .time(time)
        .random(new Random(1))
        .build();
  }

  private static Workspace open(Ashlar ashlar, int seconds) {
    return ashlar.open(
        Bench.environment(
            "shop",
            "resources:\n"
                + "  jobs: { type: memory::Queue, properties: { Name: jobs, RetentionSeconds: "
                + seconds
                + " } }\n"));
  }

  private Outcome applied(Workspace workspace) {
    return time.run(workspace.apply(time.run(workspace.plan())).outcome());
  }

  private void changedAndKilled() {
    try (Ashlar ashlar = engine(new DyingStore(records, Integer.MAX_VALUE))) {
      assertThat(applied(open(ashlar, 600))).isInstanceOf(Outcome.Succeeded.class);
    }
    try (Ashlar ashlar = engine(new DyingStore(records, ENTRIES))) {
      applied(open(ashlar, 700));
    }
    time.advance(Duration.ofMinutes(15));
  }

  private StateObject jobs(Workspace workspace) {
    return time.run(workspace.state()).orThrow().at(Address.of("jobs")).orElseThrow();
  }

  @Test
  void whatItWasChangedToIsRecordedAsDeclaredAndApplied() {
    changedAndKilled();
    try (Ashlar ashlar = engine(records)) {
      Workspace shop = open(ashlar, 700);

      assertThat(time.run(shop.recover().outcome())).isInstanceOf(Outcome.Succeeded.class);

      StateObject.Values values = jobs(shop).values();
      assertThat(values.declared().get("RetentionSeconds")).isEqualTo(Value.of(700));
      assertThat(values.effective().get("RetentionSeconds")).isEqualTo(Value.of(700));
      assertThat(values.observed().get("RetentionSeconds")).isEqualTo(Value.of(700));
    }
  }

  @Test
  void theNextPlanIsEmptyAndNothingHasDrifted() {
    changedAndKilled();
    try (Ashlar ashlar = engine(records)) {
      Workspace shop = open(ashlar, 700);
      time.run(shop.recover().outcome());

      DriftReport drift = time.run(shop.drift());

      assertThat(drift.isEmpty()).isTrue();
      assertThat(time.run(shop.plan()).changes()).isEmpty();
    }
  }

  @Test
  void whoeverDeclaresTheFormerValueAgainGetsItBack() {
    changedAndKilled();
    try (Ashlar ashlar = engine(records)) {
      time.run(open(ashlar, 700).recover().outcome());
      Workspace shop = open(ashlar, 600);

      Plan plan = time.run(shop.plan());

      assertThat(plan.changes()).extracting(Change::action).containsExactly(Action.UPDATE);
      assertThat(plan.changes().get(0).reason().kind()).hasToString("CHANGED");
    }
  }

  @Test
  void aRollbackLeadsBackToWhatWasDeclaredBeforeIt() {
    changedAndKilled();
    try (Ashlar ashlar = engine(records)) {
      Workspace shop = open(ashlar, 700);
      time.run(shop.recover().outcome());

      Plan back = time.run(shop.plan(PlanMode.rollback()));
      assertThat(back.changes()).extracting(Change::action).containsExactly(Action.UPDATE);
      time.run(shop.apply(back).outcome());

      assertThat(jobs(shop).values().declared().get("RetentionSeconds")).isEqualTo(Value.of(600));
      assertThat(jobs(shop).values().observed().get("RetentionSeconds")).isEqualTo(Value.of(600));
    }
  }

  @Test
  void aChangeThatDidNotHappenIsNotRecorded() {
    changedAndKilled();
    String id = cloud.objects().get(0).id();
    cloud.tamper("memory::Queue", id, old -> old.with("RetentionSeconds", Value.of(600)));
    try (Ashlar ashlar = engine(records)) {
      Workspace shop = open(ashlar, 700);
      time.run(shop.recover().outcome());

      assertThat(jobs(shop).values().declared().get("RetentionSeconds")).isEqualTo(Value.of(600));
      assertThat(time.run(shop.plan()).changes())
          .extracting(Change::action)
          .containsExactly(Action.UPDATE);
    }
  }
}
