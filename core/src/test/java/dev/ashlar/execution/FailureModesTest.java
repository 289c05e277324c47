package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.connector.Failure;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Change;
import dev.ashlar.state.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a failure, and what cancelling means for the rest of a run. */
class FailureModesTest {
  private final Rig rig = new Rig().parallelism(2);

  private final List<Change> changes =
      List.of(
          Draft.create("a"),
          Draft.create("afterA", "a"),
          Draft.create("b"),
          Draft.create("afterB", "b"),
          Draft.create("c"));

  @Test
  void stopBeginsNothingMoreAndLetsTheRestEnd() {
    rig.cloud.fail("create", "a", Failure.invalid("no"));

    Outcome outcome = rig.apply(rig.plan(OnFailure.STOP, changes));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary()).isEqualTo("failed: 1 created, 1 failed, 3 not begun");
    assertThat(rig.state().current().keySet()).extracting(Object::toString).containsExactly("b");
    assertThat(reasons())
        .containsExactly("afterA DEPENDENCY a#1/create", "afterB STOPPED ", "c STOPPED ");
  }

  @Test
  void continueSkipsOnlyWhatDependsOnTheFailure() {
    rig.cloud.fail("create", "a", Failure.invalid("no"));

    Outcome outcome = rig.apply(rig.plan(OnFailure.CONTINUE, changes));

    assertThat(outcome.summary()).isEqualTo("failed: 3 created, 1 failed, 1 not begun");
    assertThat(reasons()).containsExactly("afterA DEPENDENCY a#1/create");
  }

  @Test
  void rollbackStopsLikeStopAndLeavesTheRunOpenToBeUndone() {
    rig.cloud.fail("create", "a", Failure.invalid("no"));

    Outcome outcome = rig.apply(rig.plan(OnFailure.ROLLBACK, changes));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.rollback()).isEmpty());
    assertThat(rig.state().current()).hasSize(1);
    assertThat(rig.state().run()).isPresent();
    assertThat(rig.state().pending()).isEmpty();
    assertThat(rig.state().ended().done()).containsExactly("b#1/create");
    assertThat(rig.state().ended().failed()).containsExactly(Map.entry("a#1/create", 1));
  }

  @Test
  void cancelLetsWhatIsUnderWayEndAndBeRecorded() {
    Run run = rig.start(rig.plan(OnFailure.STOP, changes));
    rig.time.at(Duration.ofMillis(50), run::cancel);

    Outcome outcome = rig.end(run);

    assertThat(outcome.summary()).isEqualTo("cancelled: 2 created, 3 not begun");
    assertThat(reasons()).allMatch(reason -> reason.contains("CANCELLED"));
    assertThat(rig.state().run()).isEmpty();
    assertThat(rig.state().current()).hasSize(2);
  }

  @Test
  void cancellingWhenAllIsDoneChangesNothing() {
    Run run = rig.start(rig.plan(Draft.create("a")));
    Outcome outcome = rig.end(run);

    run.cancel();
    rig.time.advance(Duration.ofSeconds(1));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.journal().entries())
        .filteredOn(JournalEntry.RunEnded.class::isInstance)
        .hasSize(1);
  }

  @Test
  void cancellingAtOnceBeginsNothing() {
    rig.flush(Duration.ofMillis(1));
    Run run = rig.start(rig.plan(Draft.create("a")));
    run.cancel();

    Outcome outcome = rig.end(run);

    assertThat(outcome.summary()).isEqualTo("cancelled: 1 not begun");
    assertThat(rig.cloud.calls()).isEmpty();
  }

  private List<String> reasons() {
    return rig.events.stream()
        .filter(Event.Skipped.class::isInstance)
        .map(Event.Skipped.class::cast)
        .map(
            skipped ->
                skipped.address() + " " + skipped.reason() + " " + skipped.cause().orElse(""))
        .toList();
  }
}
