package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.run.Parallelism;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.StateObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As much as possible at once, and never more than allowed. */
class ParallelismTest {
  private final Rig rig = new Rig();

  private static List<Change> independent(int count) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      changes.add(Draft.create("r" + i));
    }
    return changes;
  }

  @Test
  void independentChangesGoOnTogetherUpToTheBound() {
    rig.parallelism(7).apply(rig.plan(OnFailure.STOP, independent(50)));

    assertThat(rig.cloud.mostInFlight()).isEqualTo(7);
    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  void aProviderMayHaveABoundOfItsOwn() {
    rig.parallelism(new Parallelism(7, Map.of("test", 3)))
        .apply(rig.plan(OnFailure.STOP, independent(9)));

    assertThat(rig.cloud.mostInFlight()).isEqualTo(3);
  }

  @Test
  void tenThousandChangesTakeNoLongerThanTheyMust() {
    Outcome outcome = rig.parallelism(100).apply(rig.plan(OnFailure.STOP, independent(10_000)));

    assertThat(outcome.summary()).isEqualTo("succeeded: 10000 created");
    assertThat(rig.cloud.mostInFlight()).isEqualTo(100);
    assertThat(rig.time.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_500));
  }

  @Test
  void tenThousandCallsAreUnderWayAtOnceWithoutAThreadEach() {
    rig.cloud.latency(Duration.ofMinutes(5));

    rig.parallelism(10_000).apply(rig.plan(OnFailure.STOP, independent(10_000)));

    assertThat(rig.cloud.mostInFlight()).isEqualTo(10_000);
    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void theLongestChainGoesFirst() {
    List<Change> changes = new ArrayList<>(independent(4));
    changes.add(Draft.create("x"));
    changes.add(Draft.create("y", "x"));
    changes.add(Draft.create("z", "y"));

    rig.parallelism(2).apply(rig.plan(OnFailure.STOP, changes));

    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void oneResourceNeverHasTwoCallsAtOnce() {
    StateObject a = rig.given("a", 1);
    StateObject deposed = deposed(a);

    Outcome outcome =
        rig.apply(
            rig.plan(
                Draft.update(rig.recorded("a"), 1, 2), Draft.delete(deposed, Reason.Kind.DEPOSED)));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.cloud.mutations()).containsExactly("update a", "delete a");
    assertThat(rig.cloud.overlapped()).isFalse();
  }

  @Test
  void anotherChangeOfTheResourceGoesOnThoughTheFirstFails() {
    StateObject deposed = deposed(rig.given("a", 1));
    rig.cloud.remove("old-a");

    Outcome outcome =
        rig.apply(
            rig.plan(
                OnFailure.CONTINUE,
                List.of(
                    Draft.update(rig.recorded("a"), 1, 2),
                    Draft.delete(deposed, Reason.Kind.DEPOSED))));

    assertThat(outcome.summary()).isEqualTo("failed: 1 deleted, 1 failed");
  }

  /** Gives the second object at an address the place of the first, which stays deposed. */
  private StateObject deposed(StateObject a) {
    StateObject second = a.withAddress(Draft.id("a", 2));
    StateObject first =
        new StateObject(
            a.id(),
            true,
            a.type(),
            a.home(),
            a.schema(),
            a.status(),
            java.util.Optional.of("older-a"),
            a.values(),
            a.fingerprints(),
            a.opaque(),
            a.dependencies(),
            a.lifecycle(),
            a.canvas());
    rig.cloud.put("older-a", Draft.thing("a", 1));
    rig.state(records -> records.put(second).put(first));
    return first;
  }
}
