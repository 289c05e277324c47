package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.StateObject;
import org.junit.jupiter.api.Test;

/** Nothing is overwritten that the plan did not see. */
class GuardedWriteTest {
  private final Rig rig = new Rig();
  private final StateObject a = rig.given("a", 1);

  private static void isConflict(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("execution.conflict");
              assertThat(problem.detail()).contains("size").contains("\"a\"");
            });
  }

  @Test
  void anUpdateOfWhatSomebodyElseChangedIsAConflict() {
    rig.cloud.put("old-a", Draft.thing("a", 7));

    isConflict(rig.apply(rig.plan(Draft.update(a, 1, 2))));

    assertThat(rig.cloud.mutations()).isEmpty();
    assertThat(rig.recorded("a")).isEqualTo(a);
  }

  @Test
  void aDeletionOfWhatSomebodyElseChangedIsAConflict() {
    rig.cloud.put("old-a", Draft.thing("a", 7));

    isConflict(rig.apply(rig.plan(Draft.delete(a, Reason.Kind.REMOVED))));

    assertThat(rig.cloud.objects()).containsKey("old-a");
  }

  @Test
  void whatIsAlreadyAsPlannedIsNoConflict() {
    rig.cloud.put("old-a", Draft.thing("a", 2));

    assertThat(rig.apply(rig.plan(Draft.update(a, 1, 2)))).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void whatTheUpdateDoesNotTouchMayHaveChanged() {
    rig.cloud.put("old-a", Draft.thing("a", 1).with("link", dev.ashlar.value.Value.of("other")));

    assertThat(rig.apply(rig.plan(Draft.update(a, 1, 2)))).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void anObjectThatIsGoneCannotBeUpdated() {
    rig.cloud.remove("old-a");

    Outcome outcome = rig.apply(rig.plan(Draft.update(a, 1, 2)));

    assertThat(outcome.diagnostics()).extracting(d -> d.code()).containsExactly("execution.gone");
    assertThat(rig.cloud.mutations()).isEmpty();
  }

  @Test
  void theDeletionOfAnObjectThatIsGoneIsDone() {
    rig.cloud.remove("old-a");

    Outcome outcome = rig.apply(rig.plan(Draft.delete(a, Reason.Kind.REMOVED)));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.state().objects()).isEmpty();
  }
}
