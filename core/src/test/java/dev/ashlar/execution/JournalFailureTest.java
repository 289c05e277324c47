package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.state.StateObject;
import org.junit.jupiter.api.Test;

/** A full disk stops the run and is told of; what had begun is recorded as begun. */
class JournalFailureTest {
  private final Rig rig = new Rig();

  @Test
  void withoutARunNothingIsCalled() {
    rig.journalFailingAfter(0);

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.diagnostics())
        .extracting(d -> d.code())
        .containsExactly("execution.journal-failed");
    assertThat(rig.cloud.calls()).isEmpty();
    assertThat(outcome.summary()).isEqualTo("failed: 1 not begun");
  }

  @Test
  void withoutABeginNothingIsCalled() {
    rig.journalFailingAfter(1);

    Outcome outcome = rig.apply(rig.plan(Draft.create("a"), Draft.create("b", "a")));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(rig.cloud.calls()).isEmpty();
    assertThat(outcome.state().run()).isPresent();
  }

  @Test
  void anObjectThatCouldNotBeRecordedIsNamed() {
    rig.journalFailingAfter(2);

    Outcome outcome = rig.apply(rig.plan(Draft.create("a"), Draft.create("b", "a")));

    assertThat(rig.cloud.objects()).containsOnlyKeys("id-1");
    assertThat(outcome.diagnostics())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("execution.not-recorded");
              assertThat(problem.detail()).contains("id-1");
            });
    assertThat(rig.recorded("a").status()).isEqualTo(StateObject.Status.IN_DOUBT);
    assertThat(outcome.state().pending()).containsOnlyKeys("a#1/create");
    assertThat(rig.changeEvents()).containsExactly("a running", "a failed", "b skipped");
  }
}
