package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Result;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.JournalEntry.OperationProgressed;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What takes long is waited for without a thread, and asked after with its token. */
class LongRunningTest {
  private final Rig rig = new Rig();

  private void inProgress(String operation, Result<MapValue> result) {
    rig.cloud.next(operation, "a", usual -> CompletableFuture.completedFuture(result));
  }

  private List<OperationProgressed> progressed() {
    return rig.journal().entries().stream()
        .filter(OperationProgressed.class::isInstance)
        .map(OperationProgressed.class::cast)
        .toList();
  }

  @Test
  void itIsAskedAfterWhenItSaidAndThenRecorded() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(2), "id-early"));
    inProgress("resume", Result.inProgress("job-1", Duration.ofMinutes(3)));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofMinutes(5).plusMillis(100));
    assertThat(rig.recorded("a").identity()).contains("id-early");
    assertThat(rig.changeEvents()).containsExactly("a running", "a waiting", "a waiting", "a done");
  }

  @Test
  void theTokenIsDurableBeforeItIsWaitedForAndOnlyOnce() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(2), "id-early"));
    inProgress("resume", Result.inProgress("job-1", Duration.ofMinutes(1)));
    inProgress("resume", Result.inProgress("job-2", Duration.ofMinutes(1)));

    rig.apply(rig.plan(Draft.create("a")));

    assertThat(progressed())
        .extracting(OperationProgressed::token)
        .containsExactly("job-1", "job-2");
    assertThat(progressed().get(0).identity()).contains("id-early");
    assertThat(rig.log.indexOf(progressed().get(0)))
        .isLessThan(rig.log.stream().map(Object::toString).toList().indexOf("resume a"));
  }

  @Test
  void aQuestionThatFailsInPassingIsAskedAgain() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(2)));
    rig.cloud.fail("resume", "a", Failure.temporary("busy"));

    assertThat(rig.apply(rig.plan(Draft.create("a")))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.cloud.mutations()).containsExactly("create a");
  }

  @Test
  void whatFailsHalfWayLeavesATaintedObject() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(2), "id-half"));
    rig.cloud.fail("resume", "a", Failure.invalid("the disk type is gone"));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a"), Draft.create("b", "a")));

    assertThat(outcome.diagnostics())
        .extracting(d -> d.code())
        .containsExactly("execution.refused", "execution.incomplete");
    assertThat(rig.recorded("a").status()).isEqualTo(StateObject.Status.TAINTED);
    assertThat(rig.recorded("a").identity()).contains("id-half");
    assertThat(rig.changeEvents())
        .containsExactly("a running", "a waiting", "a failed", "b skipped");
  }

  @Test
  void aNameThatTurnsOutToBeSomebodyElsesIsNotRecorded() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(2), "id-theirs"));
    rig.cloud.fail("resume", "a", Failure.alreadyExists("the name is taken"));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.diagnostics())
        .extracting(d -> d.code())
        .doesNotContain("execution.incomplete");
    assertThat(rig.state().objects()).isEmpty();
  }

  @Test
  void aCreateThatFailsAndNamesItsObjectIsNotTriedAgain() {
    rig.cloud.fail("create", "a", Failure.temporary("half").withId("id-half"));

    rig.apply(rig.plan(Draft.create("a")));

    assertThat(rig.cloud.mutations()).containsExactly("create a");
    assertThat(rig.recorded("a").status()).isEqualTo(StateObject.Status.TAINTED);
  }

  @Test
  void whatIsNotDoneByItsDeadlineIsInDoubt() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(6), "id-slow"));
    inProgress("resume", Result.inProgress("job-1", Duration.ofMinutes(6)));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome.diagnostics()).extracting(d -> d.code()).contains("execution.in-doubt");
    assertThat(rig.recorded("a").status()).isEqualTo(StateObject.Status.IN_DOUBT);
    OperationProgressed last = rig.state().pending().get("a#1/create").progress().orElseThrow();
    assertThat(last.token()).isEqualTo("job-1");
    assertThat(last.identity()).contains("id-slow");
  }

  @Test
  void inDoubtItIsAskedAfterAgainByTheRecovery() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(6), "id-slow"));
    inProgress("resume", Result.inProgress("job-1", Duration.ofMinutes(6)));
    rig.apply(rig.plan(Draft.create("a")));

    assertThat(rig.recover()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.recorded("a").identity()).contains("id-slow");
  }

  @Test
  void cancellingLetsItEnd() {
    inProgress("create", Result.inProgress("job-1", Duration.ofMinutes(2)));
    Run run = rig.start(rig.plan(Draft.create("a"), Draft.create("b", "a")));
    rig.time.at(Duration.ofSeconds(30), run::cancel);

    Outcome outcome = rig.end(run);

    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    assertThat(outcome.summary()).isEqualTo("cancelled: 1 created, 1 not begun");
    assertThat(rig.recorded("a").status()).isEqualTo(StateObject.Status.READY);
    assertThat(rig.journal().entries())
        .last()
        .isInstanceOfSatisfying(
            JournalEntry.RunEnded.class,
            ended -> assertThat(ended.outcome()).isEqualTo("cancelled"));
  }
}
