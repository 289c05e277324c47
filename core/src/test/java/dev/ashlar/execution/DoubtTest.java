package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.rig.ScriptedCloud.Call;
import dev.ashlar.plan.Reason;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When nobody knows whether a call took effect, the engine looks before it does anything. */
class DoubtTest {
  private final Rig rig = new Rig();

  @Test
  void anObjectWhoseAnswerWasLostIsFoundAndNotMadeTwice() {
    rig.cloud.loseAnswer("create", "a");

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.cloud.mutations()).containsExactly("create a");
    assertThat(rig.cloud.objects()).hasSize(1);
    assertThat(rig.recorded("a").identity()).contains("id-1");
  }

  @Test
  void whatSurelyDidNotHappenIsTriedAgainUnderAnotherKey() {
    rig.cloud.next(
        "create",
        "a",
        usual -> CompletableFuture.failedFuture(new IllegalStateException("connection reset")));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.cloud.calls())
        .filteredOn(call -> call.operation().equals("create"))
        .extracting(Call::key)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void aLostAnswerOfAnUpdateIsSeenInTheObject() {
    StateObject a = rig.given("a", 1);
    rig.cloud.loseAnswer("update", "a");

    Outcome outcome = rig.apply(rig.plan(Draft.update(a, 1, 2)));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.cloud.mutations()).containsExactly("update a");
    assertThat(rig.recorded("a").values().effective()).isEqualTo(Draft.thing("a", 2));
  }

  @Test
  void aLostAnswerOfADeletionIsSeenInTheAbsence() {
    StateObject a = rig.given("a", 1);
    rig.cloud.loseAnswer("delete", "a");

    assertThat(rig.apply(rig.plan(Draft.delete(a, Reason.Kind.REMOVED))))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.state().objects()).isEmpty();
  }

  @Test
  void aSilentUpdateThatDidNothingIsNotCalledDone() {
    StateObject a = rig.given("a", 1);
    rig.cloud.silence("update", "a");

    Outcome outcome = rig.apply(rig.plan(Draft.update(a, 1, 2)));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(rig.recorded("a").values().effective()).isEqualTo(Draft.thing("a", 1));
    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void whatALookIsRefusedIsTaughtToTheLimits() {
    List<String> heard = new ArrayList<>();
    rig.admission(
        (ask, waiting) ->
            CompletableFuture.completedFuture(
                failure ->
                    heard.add(
                        ask.operation() + failure.map(each -> " " + each.kind()).orElse(""))));
    rig.cloud.blind(true);
    rig.cloud.loseAnswer("create", "a");

    rig.apply(rig.plan(Draft.create("a")));

    assertThat(heard).containsExactly("CREATE IN_DOUBT", "LIST INVALID");
  }

  @Test
  void whoStandsInLineForALimitWhenTheRunIsCancelledHasNotFailed() {
    StateObject b = rig.given("b", 1);
    rig.admission(
        (ask, waiting) ->
            ask.operation() == Operation.READ
                ? CompletableFuture.completedFuture(failure -> {})
                : new CompletableFuture<>());
    Run run = rig.start(rig.plan(Draft.create("a"), Draft.update(b, 1, 2), Draft.create("c", "a")));
    rig.time.at(Duration.ofSeconds(10), run::cancel);

    Outcome outcome = rig.end(run);

    assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(outcome.changes())
        .extracting(Outcome.ChangeResult::status)
        .containsExactly(Event.Status.SKIPPED, Event.Status.SKIPPED, Event.Status.SKIPPED);
    assertThat(rig.cloud.mutations()).isEmpty();
    assertThat(rig.state().objects()).containsExactly(b);
    assertThat(rig.state().pending()).isEmpty();
    assertThat(rig.state().run()).isEmpty();
  }
}
