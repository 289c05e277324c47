package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan becomes what it says, and what happened is recorded. */
class ApplyingTest {
  private final Rig rig = new Rig();

  @Test
  void whatIsToBeCreatedExistsAndIsRecordedAfterwards() {
    Outcome outcome = rig.apply(rig.plan(Draft.create("a"), Draft.create("b", "a")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(outcome.summary()).isEqualTo("succeeded: 2 created");
    assertThat(rig.cloud.mutations()).containsExactly("create a", "create b");
    StateObject b = rig.recorded("b");
    assertThat(b.status()).isEqualTo(StateObject.Status.READY);
    assertThat(b.identity()).isEqualTo(Optional.of("id-2"));
    assertThat(b.values().effective()).isEqualTo(Draft.thing("b", 1));
    assertThat(b.values().outputs().get("arn")).isEqualTo(Value.of("arn:id-2"));
    assertThat(b.dependencies()).containsExactly("a");
    assertThat(b.canvas()).contains("node-b");
    assertThat(outcome.state().serial()).isEqualTo(1);
    assertThat(outcome.state().run()).isEmpty();
    assertThat(outcome.state().pending()).isEmpty();
  }

  @Test
  void whatIsToBeUpdatedIsAsPlannedAfterwards() {
    StateObject a = rig.given("a", 1);

    Outcome outcome = rig.apply(rig.plan(Draft.update(a, 1, 2)));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 updated");
    assertThat(rig.cloud.objects().get("old-a")).isEqualTo(Draft.thing("a", 2));
    assertThat(rig.recorded("a").values().effective()).isEqualTo(Draft.thing("a", 2));
    assertThat(rig.recorded("a").identity()).contains("old-a");
  }

  @Test
  void whatIsToBeDeletedIsGoneAndForgotten() {
    StateObject a = rig.given("a", 1);

    Outcome outcome = rig.apply(rig.plan(Draft.delete(a, Reason.Kind.REMOVED)));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 deleted");
    assertThat(rig.cloud.objects()).isEmpty();
    assertThat(rig.state().current()).isEmpty();
  }

  @Test
  void anEmptyPlanWritesNothing() {
    Outcome outcome = rig.apply(rig.plan());

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(outcome.summary()).isEqualTo("succeeded: nothing changed");
    assertThat(rig.journal().entries()).isEmpty();
    assertThat(outcome.state().serial()).isZero();
  }

  @Test
  void eventsTellTheLifeOfEachChange() {
    Plan plan = rig.plan(Draft.create("a"), Draft.create("b", "a"));

    rig.apply(plan);

    assertThat(rig.changeEvents()).containsExactly("a running", "a done", "b running", "b done");
    assertThat(rig.events.get(rig.events.size() - 1))
        .isInstanceOfSatisfying(
            Event.Progress.class,
            progress -> {
              assertThat(progress.done()).isEqualTo(2);
              assertThat(progress.total()).isEqualTo(2);
            });
  }
}
