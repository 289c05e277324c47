package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.rig.ScriptedCloud.Call;
import dev.ashlar.state.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What failed in passing is tried again, when and as long as the rules say. */
class RetryingTest {
  private final Rig rig = new Rig();

  /** Seconds between the creates, rounded down. */
  private List<Long> gaps() {
    List<Call> creates =
        rig.cloud.calls().stream().filter(call -> call.operation().equals("create")).toList();
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < creates.size(); i++) {
      gaps.add(Duration.between(creates.get(i - 1).at(), creates.get(i).at()).toSeconds());
    }
    return gaps;
  }

  @Test
  void theWaitsDoubleUpToTheirCap() {
    for (int i = 0; i < 6; i++) {
      rig.cloud.fail("create", "a", Failure.temporary("busy"));
    }

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(gaps()).containsExactly(1L, 2L, 4L, 8L, 8L, 8L);
  }

  @Test
  void neverEarlierThanTheCloudAsks() {
    rig.cloud.fail("create", "a", Failure.throttled(Duration.ofSeconds(30)));

    rig.apply(rig.plan(Draft.create("a")));

    assertThat(gaps()).containsExactly(31L);
    assertThat(rig.changeEvents()).containsExactly("a running", "a retrying", "a done");
  }

  @Test
  void allTriesHaveOneKeyAndOneBegin() {
    rig.cloud.fail("create", "a", Failure.temporary("busy"));
    rig.cloud.fail("create", "a", Failure.throttled(Duration.ofSeconds(1)));

    rig.apply(rig.plan(Draft.create("a")));

    assertThat(rig.cloud.calls()).hasSize(3).extracting(Call::key).containsOnly(key());
    assertThat(rig.journal().entries())
        .filteredOn(JournalEntry.OperationBegan.class::isInstance)
        .hasSize(1);
  }

  private String key() {
    return rig.journal().entries().stream()
        .filter(JournalEntry.OperationBegan.class::isInstance)
        .map(entry -> ((JournalEntry.OperationBegan) entry).key())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDeadlineEndsTheTries() {
    for (int i = 0; i < 200; i++) {
      rig.cloud.fail("create", "a", Failure.temporary("busy"));
    }

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome.diagnostics())
        .extracting(d -> d.code())
        .containsExactly("execution.gave-up");
    assertThat(rig.time.elapsed()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    assertThat(rig.state().objects()).isEmpty();
  }

  @Test
  void whatDoesNotPassIsNotTriedAgain() {
    rig.cloud.fail("create", "a", Failure.denied("thing:create", "no"));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(rig.cloud.mutations()).containsExactly("create a");
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("execution.denied");
              assertThat(problem.detail()).contains("thing:create");
              assertThat(problem.canvas()).contains("node-a");
              assertThat(problem.location()).isPresent();
            });
    assertThat(rig.state().objects()).isEmpty();
  }

  @Test
  void aCancelledRunDoesNotTryAgain() {
    rig.cloud.fail("create", "a", Failure.throttled(Duration.ofMinutes(5)));
    Run run = rig.start(rig.plan(Draft.create("a")));
    rig.time.at(Duration.ofSeconds(10), run::cancel);

    Outcome outcome = rig.end(run);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(rig.cloud.mutations()).containsExactly("create a");
    assertThat(rig.time.elapsed()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void noCallIsMadeThatOutlastsTheLease() {
    rig.lease(Duration.ofSeconds(20));
    Run run = rig.start(rig.plan(Draft.create("a")));
    rig.time.at(
        Duration.ofSeconds(12),
        () -> {
          assertThat(rig.cloud.calls()).isEmpty();
          rig.journal().lease(Duration.ofMinutes(10));
        });

    Outcome outcome = rig.end(run);

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.time.elapsed()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(20));
  }
}
