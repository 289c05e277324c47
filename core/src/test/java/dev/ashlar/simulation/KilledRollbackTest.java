package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.Fault;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.State;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A process that is killed at any write while it undoes, or while it applies a plan file. */
class KilledRollbackTest {
  private static Shop shop() {
    Shop shop = new Shop();
    assertThat(shop.apply(Shop.BEFORE)).isInstanceOf(Outcome.Succeeded.class);
    return shop;
  }

  private static Outcome applied(Shop shop, MortalStore mortal, Plan plan) {
    return shop.process(
        mortal, Shop.AFTER, workspace -> shop.time.run(workspace.apply(plan).outcome()));
  }

  /** The last change of all fails, each time. */
  private static void failLate(Shop shop) {
    shop.cloud.fault(
        Fault.refusal(Failure.invalid("never")).on("*", Operation.CREATE).onResource("comes4"));
  }

  /** It fails while what was replaced still waits for its deletion. */
  private static void failEarly(Shop shop) {
    shop.cloud.fault(
        Fault.refusal(Failure.invalid("not now"))
            .on("*", Operation.UPDATE)
            .onResource("user0")
            .times(1));
  }

  private static boolean makes(Change change) {
    return change.action() == Action.CREATE || change.action() == Action.REPLACE;
  }

  private static void isAsBefore(Shop shop, State before, String as) {
    assertThat(Shop.meaning(shop.state())).as(as).isEqualTo(Shop.meaning(before));
    assertThat(shop.wrongs()).as(as).isEmpty();
    Plan second = shop.plan(Shop.BEFORE);
    assertThat(second.isEmpty()).as("%s: %s", as, second.changes()).isTrue();
  }

  @Test
  void aRunThatFailsAndIsKilledWhileItIsUndoneIsUndoneByTheRecovery() {
    assertThat(killedEverywhere(KilledRollbackTest::failLate)).isGreaterThan(15);
  }

  @Test
  void whatWasReplacedAndWaitsForItsDeletionHasItsPlaceAgain() {
    assertThat(killedEverywhere(KilledRollbackTest::failEarly)).isGreaterThan(5);
  }

  private static int killedEverywhere(Consumer<Shop> fault) {
    int kills = 0;
    for (int writes = 0; ; writes++) {
      Shop shop = shop();
      State before = shop.state();
      fault.accept(shop);
      Plan plan = shop.plan(Shop.AFTER);
      MortalStore mortal = new MortalStore(shop.store, writes);
      applied(shop, mortal, plan);
      if (!mortal.isDead()) {
        return kills;
      }
      shop.later();
      boolean due =
          shop.state().run().filter(run -> run.restores().isPresent()).isPresent()
              || !shop.state().ended().failed().isEmpty();
      Outcome outcome = shop.recover(Shop.AFTER);
      String as = "killed after " + writes + " writes: " + outcome.diagnostics();
      if (due) {
        assertThat(outcome).as(as).isInstanceOf(Outcome.Failed.class);
        assertThat(outcome.rollback().map(Outcome.Rollback::complete)).as(as).contains(true);
        assertThat(outcome.diagnostics())
            .as(as)
            .extracting(Diagnostic::code)
            .contains("execution.failed-before");
        isAsBefore(shop, before, as);
        kills++;
      } else {
        assertThat(outcome).as(as).isInstanceOf(Outcome.Succeeded.class);
        assertThat(shop.wrongs()).as(as).isEmpty();
      }
    }
  }

  @Test
  void aRecoveryThatIsKilledItselfIsRecovered() {
    for (int writes = 30; writes < 60; writes += 3) {
      Shop shop = shop();
      State before = shop.state();
      failLate(shop);
      Plan plan = shop.plan(Shop.AFTER);
      applied(shop, new MortalStore(shop.store, writes), plan);
      for (int more = 1; shop.state().run().isPresent(); more += 2) {
        shop.later();
        boolean due =
            shop.state().run().filter(run -> run.restores().isPresent()).isPresent()
                || !shop.state().ended().failed().isEmpty();
        shop.process(
            new MortalStore(shop.store, more),
            Shop.AFTER,
            workspace -> shop.time.run(workspace.recover().outcome()));
        if (!due) {
          before = null;
          break;
        }
      }
      if (before != null) {
        isAsBefore(shop, before, "killed after " + writes + " writes");
      }
    }
  }

  @Test
  void aRollbackThatIsKilledIsGoneOnWithByItsOwnPlan() {
    for (int writes = 1; ; writes++) {
      Shop shop = shop();
      State before = shop.state();
      shop.apply(Shop.AFTER);
      Plan plan = shop.plan(Shop.AFTER, PlanMode.rollback());
      String file = plan.toJson();
      MortalStore mortal = new MortalStore(shop.store, writes);
      applied(shop, mortal, plan);
      if (!mortal.isDead()) {
        assertThat(writes).isGreaterThan(15);
        return;
      }
      shop.later();
      if (shop.state().run().isEmpty()) {
        continue;
      }

      Outcome outcome =
          applied(
              shop,
              new MortalStore(shop.store, Integer.MAX_VALUE),
              Plan.read(Source.text("p.json", file)).orThrow());

      String as = "killed after " + writes + " writes: " + outcome.diagnostics();
      assertThat(outcome).as(as).isInstanceOf(Outcome.Succeeded.class);
      isAsBefore(shop, before, as);
    }
  }

  @Test
  void aPlanFileGoesOnWithItsOwnInterruptedRunAndNoOtherDoes() {
    for (int writes = 1; ; writes++) {
      Shop shop = shop();
      long before = created(shop);
      Plan plan = shop.plan(Shop.AFTER);
      long makings = plan.changes().stream().filter(KilledRollbackTest::makes).count();
      Plan other = shop.plan(Shop.BEFORE.replace("kept 0", "kept otherwise"));
      MortalStore mortal = new MortalStore(shop.store, writes);
      applied(shop, mortal, plan);
      if (!mortal.isDead()) {
        assertThat(writes).isGreaterThan(15);
        return;
      }
      shop.later();
      State open = shop.state();
      String as = "killed after " + writes + " writes";
      if (open.run().isEmpty()) {
        continue;
      }
      MortalStore alive = new MortalStore(shop.store, Integer.MAX_VALUE);
      assertThat(applied(shop, alive, other).diagnostics())
          .as(as)
          .extracting(Diagnostic::code)
          .contains("execution.recover-first");

      Outcome outcome =
          applied(
              shop,
              new MortalStore(shop.store, Integer.MAX_VALUE),
              Plan.read(Source.text("p.json", plan.toJson())).orThrow());

      assertThat(outcome)
          .as("%s: %s", as, outcome.diagnostics())
          .isInstanceOf(Outcome.Succeeded.class);
      assertThat(outcome.changes()).as(as).hasSize(plan.changes().size());
      assertThat(shop.state().serial()).as(as).isEqualTo(open.serial());
      assertThat(shop.wrongs()).as(as).isEmpty();
      assertThat(shop.plan(Shop.AFTER).isEmpty()).as(as).isTrue();
      assertThat(created(shop)).as(as).isEqualTo(before + makings);
    }
  }

  /** How often resources were made. */
  private static long created(Shop shop) {
    return shop.cloud.effects().stream()
        .filter(effect -> effect.operation() == Operation.CREATE)
        .count();
  }

  @Test
  void theSameJournalGivesTheSameWayBack() {
    Shop shop = shop();
    shop.apply(Shop.AFTER);

    String first = shop.plan(Shop.AFTER, PlanMode.rollback()).digest();

    assertThat(shop.plan(Shop.AFTER, PlanMode.rollback()).digest()).isEqualTo(first);
    assertThat(shop.plan(Shop.BEFORE, PlanMode.rollback()).digest()).isEqualTo(first);
    assertThat(shop.plan(Shop.AFTER, PlanMode.rollback()).changes())
        .extracting(Change::id)
        .doesNotHaveDuplicates();
  }
}
