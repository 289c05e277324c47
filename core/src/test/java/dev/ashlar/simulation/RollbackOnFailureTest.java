package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.Fault;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.State;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** With {@code onFailure: rollback}, a run that fails anywhere leaves all as it was before. */
class RollbackOnFailureTest {
  private static Shop shop() {
    Shop shop = new Shop();
    assertThat(shop.apply(Shop.BEFORE)).isInstanceOf(Outcome.Succeeded.class);
    return shop;
  }

  private static Operation operation(Change change) {
    return switch (change.action()) {
      case CREATE, REPLACE, REPLACE_IF_CHANGED -> Operation.CREATE;
      case DELETE -> Operation.DELETE;
      default -> Operation.UPDATE;
    };
  }

  private static void fail(Shop shop, Change change) {
    shop.cloud.fault(
        Fault.refusal(Failure.invalid("not today"))
            .on("*", operation(change))
            .onResource(change.address().toString())
            .times(1));
  }

  private static List<Address> others(State before, State after) {
    List<Address> others = new ArrayList<>();
    before
        .current()
        .forEach(
            (address, object) -> {
              if (!after.at(address).orElseThrow().identity().equals(object.identity())) {
                others.add(address);
              }
            });
    return others;
  }

  @Test
  void aFailureAnywhereIsUndone() {
    int positions = shop().plan(Shop.AFTER).changes().size();
    assertThat(positions).isGreaterThan(30);
    for (int position = 0; position < positions; position++) {
      Shop shop = shop();
      State before = shop.state();
      Change failing = shop.plan(Shop.AFTER).changes().get(position);
      fail(shop, failing);

      Outcome outcome = shop.apply(Shop.AFTER);

      String as = failing.id() + ": " + outcome.diagnostics();
      assertThat(outcome).as(as).isInstanceOf(Outcome.Failed.class);
      Outcome.Rollback undone = outcome.rollback().orElseThrow();
      assertThat(undone.notRestored()).as(as).isEmpty();
      assertThat(undone.complete()).as(as).isTrue();
      assertThat(undone.recreated()).as(as).isEqualTo(others(before, shop.state()));
      assertThat(Shop.meaning(shop.state())).as(as).isEqualTo(Shop.meaning(before));
      assertThat(shop.wrongs()).as(as).isEmpty();
      Plan second = shop.plan(Shop.BEFORE);
      assertThat(second.isEmpty()).as("%s: %s", as, second.changes()).isTrue();
    }
  }

  @Test
  void whatTheFailureLeavesUndoneOfARollbackIsGoneOnWith() {
    Shop shop = shop();
    State before = shop.state();
    List<Change> changes = shop.plan(Shop.AFTER).changes();
    Change failing = changes.get(changes.size() - 1);
    fail(shop, failing);
    shop.cloud.fault(
        Fault.refusal(Failure.invalid("not back either"))
            .on("*", Operation.UPDATE)
            .onResource("user1")
            .at(2));

    Outcome outcome = shop.apply(Shop.AFTER);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.rollback().orElseThrow().complete()).isFalse();
    assertThat(outcome.rollback().orElseThrow().notRestored()).contains(Address.of("user1"));
    assertThat(shop.state().restoring()).hasValue(1);
    shop.cloud.calm();
    Plan rest = shop.plan(Shop.AFTER, PlanMode.rollback());
    assertThat(rest.restores()).hasValue(1);
    Outcome done =
        shop.process(Shop.AFTER, workspace -> shop.time.run(workspace.apply(rest).outcome()));
    assertThat(done).as("%s", done.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(Shop.meaning(shop.state())).isEqualTo(Shop.meaning(before));
    assertThat(shop.state().restoring()).isEmpty();
    assertThat(shop.wrongs()).isEmpty();
  }

  @Test
  void aFirstRunThatFailsLeavesNothing() {
    Shop shop = new Shop();
    shop.cloud.fault(
        Fault.refusal(Failure.quota("no more"))
            .on("*", Operation.CREATE)
            .onResource("goes4")
            .times(1));

    Outcome outcome = shop.apply(Shop.BEFORE);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.rollback()).contains(new Outcome.Rollback(true, List.of(), List.of()));
    assertThat(outcome.summary()).startsWith("failed and rolled back");
    assertThat(shop.cloud.objects()).isEmpty();
    assertThat(shop.wrongs()).isEmpty();
  }

  @Test
  void noWayLeadsIntoTheMiddleOfARunThatWasUndone() {
    Shop shop = shop();
    State before = shop.state();
    Change failing = shop.plan(Shop.AFTER).changes().get(20);
    fail(shop, failing);
    shop.apply(Shop.AFTER);
    assertThat(shop.state().serial()).isEqualTo(before.serial() + 2);

    Plan middle = shop.plan(Shop.BEFORE, PlanMode.rollback().to(before.serial() + 1));
    Plan usual = shop.plan(Shop.BEFORE, PlanMode.rollback());

    assertThat(middle.diagnostics()).extracting(Diagnostic::code).contains("plan.rollback-serial");
    assertThat(usual.restores()).isNotEqualTo(OptionalLong.of(before.serial() + 1));
  }

  private static void looksOld(Shop shop, String resource) {
    shop.cloud.fault(
        Fault.stale(Duration.ofSeconds(15)).on("*", Operation.READ).onResource(resource).times(1));
  }

  private static void whatOthersChangeStaysTheirs(boolean seenLate) {
    Shop shop = shop();
    shop.later();
    Plan plan = shop.plan(Shop.AFTER);
    String id = shop.state().at(Address.of("user4")).orElseThrow().identity().orElseThrow();
    shop.cloud.tamper("memory::Value", id, old -> old.with("input", Value.of("theirs")));
    if (seenLate) {
      looksOld(shop, "user4");
    }

    Outcome outcome =
        shop.process(Shop.AFTER, workspace -> shop.time.run(workspace.apply(plan).outcome()));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(shop.cloud.object("memory::Value", id).orElseThrow().properties().get("input"))
        .isEqualTo(Value.of("theirs"));
  }

  @Test
  void whatOthersChangeMeanwhileStaysTheirs() {
    whatOthersChangeStaysTheirs(false);
  }

  @Test
  void whatOthersChangeStaysTheirsAlsoWhereOnlyTheCloudNotices() {
    whatOthersChangeStaysTheirs(true);
  }

  @Test
  void whatIsSoNewThatALookDoesNotSeeItIsDeletedAllTheSame() {
    Shop shop = shop();
    shop.cloud.fault(
        Fault.refusal(Failure.invalid("never")).on("*", Operation.CREATE).onResource("comes4"));
    for (int i = 0; i < 4; i++) {
      looksOld(shop, "comes" + i);
    }

    Outcome outcome = shop.apply(Shop.AFTER);

    assertThat(outcome.rollback().map(Outcome.Rollback::complete)).contains(true);
    assertThat(shop.wrongs()).isEmpty();
  }
}
