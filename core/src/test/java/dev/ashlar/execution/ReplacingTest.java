package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.StateObject;
import org.junit.jupiter.api.Test;

/** One object takes the place of another one: two changes, in one order or the other. */
class ReplacingTest {
  private final Rig rig = new Rig();
  private final StateObject old = rig.given("a", 1);

  private Plan createFirst() {
    Change make = Draft.replace(old, ReplaceOrder.CREATE_THEN_DELETE, Draft.thing("b", 1));
    return rig.plan(make, Draft.delete(old, Reason.Kind.REPLACED, make.id()));
  }

  private Plan deleteFirst() {
    Change gone = Draft.delete(old, Reason.Kind.REPLACED);
    return rig.plan(
        gone, Draft.replace(old, ReplaceOrder.DELETE_THEN_CREATE, Draft.thing("b", 1), gone.id()));
  }

  private Plan undecided(ReplaceOrder order) {
    Change make =
        Change.builder(Draft.id("a", 2), old.type(), Action.REPLACE_IF_CHANGED)
            .order(order)
            .home(Draft.HOME)
            .prior(old.id())
            .declared(Draft.thing("b", 1))
            .planned(Draft.thing("b", 1))
            .build();
    Change gone = Draft.delete(old, Reason.Kind.REPLACED);
    return order == ReplaceOrder.CREATE_THEN_DELETE
        ? rig.plan(make, gone.toBuilder().dependsOn(java.util.List.of(make.id())).build())
        : rig.plan(gone, make.toBuilder().dependsOn(java.util.List.of(gone.id())).build());
  }

  @Test
  void createThenDeleteMakesTheNewObjectFirst() {
    Outcome outcome = rig.apply(createFirst());

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 replaced");
    assertThat(rig.cloud.mutations()).containsExactly("create a", "delete a");
    assertThat(rig.cloud.objects()).containsOnlyKeys("id-1");
    assertThat(rig.recorded("a").id()).isEqualTo(Draft.id("a", 2));
    assertThat(rig.state().deposed()).isEmpty();
  }

  @Test
  void deleteThenCreateMakesRoomFirst() {
    Outcome outcome = rig.apply(deleteFirst());

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 replaced");
    assertThat(rig.cloud.mutations()).containsExactly("delete a", "create a");
    assertThat(rig.recorded("a").id()).isEqualTo(Draft.id("a", 2));
    assertThat(rig.state().objects()).hasSize(1);
  }

  @Test
  void theOldObjectIsDeposedWhileItWaitsForItsDeletion() {
    rig.cloud.fail("delete", "a", Failure.denied("thing:delete", "not allowed"));

    Outcome outcome = rig.apply(createFirst());

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(rig.recorded("a").identity()).contains("id-1");
    assertThat(rig.state().deposed().get(old.id()).identity()).contains("old-a");
  }

  @Test
  void anOldObjectServesOnWhereItsReplacementCannotBeMade() {
    rig.cloud.fail("create", "a", Failure.quota("ten are enough"));

    Outcome outcome = rig.apply(createFirst());

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.diagnostics()).extracting(d -> d.code()).contains("execution.quota");
    assertThat(rig.recorded("a")).isEqualTo(old);
    assertThat(rig.state().deposed()).isEmpty();
    assertThat(rig.cloud.objects()).containsOnlyKeys("old-a");
  }

  @Test
  void aReplacementThatTurnsOutToBeNoneChangesAndDeletesNothing() {
    for (ReplaceOrder order : ReplaceOrder.values()) {
      Plan plan = undecided(order);
      rig.remainder.change(
          "a#2/replace-if-changed",
          (change, known) ->
              Checked.of(
                  Change.builder(old.id(), old.type(), Action.NO_OP)
                      .home(Draft.HOME)
                      .prior(old.id())
                      .declared(Draft.thing("a", 1))
                      .planned(Draft.thing("a", 1))
                      .build()));

      Outcome outcome = rig.apply(plan);

      assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
      assertThat(outcome.changes()).allMatch(result -> result.done() == Action.NO_OP);
      assertThat(rig.cloud.mutations()).isEmpty();
      assertThat(rig.recorded("a").id()).isEqualTo(old.id());
    }
  }

  @Test
  void aReplacementThatTurnsOutToBeAnUpdateDeletesNothing() {
    rig.remainder.change(
        "a#2/replace-if-changed", (change, known) -> Checked.of(Draft.update(old, 1, 3)));

    Outcome outcome = rig.apply(undecided(ReplaceOrder.CREATE_THEN_DELETE));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 updated");
    assertThat(rig.cloud.mutations()).containsExactly("update a");
    assertThat(rig.recorded("a").id()).isEqualTo(old.id());
  }

  @Test
  void aReplacementThatIsDecidedBeforeItsDeletionIsCarriedOut() {
    rig.remainder.change(
        "a#2/replace-if-changed",
        (change, known) ->
            Checked.of(Draft.replace(old, ReplaceOrder.DELETE_THEN_CREATE, Draft.thing("b", 1))));

    rig.apply(undecided(ReplaceOrder.DELETE_THEN_CREATE));

    assertThat(rig.cloud.mutations()).containsExactly("delete a", "create a");
    assertThat(rig.recorded("a").id()).isEqualTo(Draft.id("a", 2));
  }
}
