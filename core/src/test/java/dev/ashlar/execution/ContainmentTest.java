package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.rig.ScriptedCloud;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A connector that breaks its contract harms its resource only, and is named. */
class ContainmentTest {
  private final Rig rig = new Rig();

  private Outcome applied(ScriptedCloud.Script script) {
    rig.cloud.next("create", "bad", script);
    return rig.apply(
        rig.plan(
            OnFailure.CONTINUE,
            List.of(Draft.create("bad"), Draft.create("after", "bad"), Draft.create("good"))));
  }

  private void isContained(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary()).isEqualTo("failed: 1 created, 1 failed, 1 not begun");
    assertThat(rig.recorded("good").status()).isEqualTo(StateObject.Status.READY);
    assertThat(outcome.diagnostics())
        .allSatisfy(problem -> assertThat(problem.address()).contains(Draft.id("bad").address()))
        .extracting(Diagnostic::detail)
        .anyMatch(detail -> detail.contains("the connector of test::Thing"));
  }

  @Test
  void oneThatThrowsIsAskedAgainOnceItIsSureThatNothingHappened() {
    rig.cloud.next(
        "create",
        "bad",
        usual -> {
          throw new IllegalStateException("hunter2");
        });

    Outcome outcome = rig.apply(rig.plan(Draft.create("bad")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(outcome.diagnostics().toString()).doesNotContain("hunter2");
  }

  @Test
  void oneThatReturnsNull() {
    isContained(applied(usual -> null));
  }

  @Test
  void oneThatAnswersNull() {
    isContained(applied(usual -> CompletableFuture.completedFuture(null)));
  }

  @Test
  void oneThatNeverAnswers() {
    isContained(applied(usual -> new CompletableFuture<>()));
    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void oneThatAnswersAgainstItsSchema() {
    Outcome outcome =
        applied(
            usual ->
                CompletableFuture.completedFuture(
                    Result.done("id-x", Value.map(Map.of("surprise", Value.of(1))))));

    isContained(outcome);
    assertThat(rig.recorded("bad").status()).isEqualTo(StateObject.Status.TAINTED);
    assertThat(rig.recorded("bad").identity()).contains("id-x");
  }

  @Test
  void oneThatAnswersTwiceIsBelievedOnceAndNamed() {
    rig.cloud.next("create", "a", usual -> new TwiceCompleted(usual.get()));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.recorded("a").identity()).contains("id-1");
    assertThat(rig.events)
        .filteredOn(Event.Noted.class::isInstance)
        .singleElement()
        .satisfies(
            event ->
                assertThat(((Event.Noted) event).diagnostic().code())
                    .isEqualTo("connector.second-answer"));
  }

  @Test
  void oneThatAnswersOnAThreadOfItsOwn() {
    rig.cloud.next(
        "create",
        "a",
        usual -> {
          CompletableFuture<Result<MapValue>> result = new CompletableFuture<>();
          Runnable go = rig.time.hold();
          Thread thread =
              new Thread(
                  () -> {
                    result.complete(usual.get());
                    go.run();
                  });
          thread.start();
          return result;
        });

    Outcome outcome = rig.apply(rig.plan(Draft.create("a"), Draft.create("b", "a")));

    assertThat(outcome.summary()).isEqualTo("succeeded: 2 created");
  }

  @Test
  void anOutputThatIsOtherThanPromisedStopsWhatDependsOnIt() {
    StateObject a = rig.given("a", 1);
    rig.cloud.next(
        "update",
        "a",
        usual ->
            CompletableFuture.completedFuture(
                Result.done(
                    "old-a",
                    Value.map(Map.of("arn", Value.of("arn:other"), "load", Value.of(1))))));

    Outcome outcome =
        rig.apply(
            rig.plan(
                Draft.update(a, 1, 2),
                Draft.create("b").toBuilder().dependsOn(List.of("a#1/update")).build()));

    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("execution.promise-broken");
    assertThat(rig.recorded("a").values().outputs().get("arn")).isEqualTo(Value.of("arn:other"));
    assertThat(rig.changeEvents()).contains("b skipped");
  }

  @Test
  void aProviderThatIsNotThereFailsItsResourceOnly() {
    StateObject.Home nowhere = new StateObject.Home("nobody", "nobody", MapValue.EMPTY);

    Outcome outcome =
        rig.apply(
            rig.plan(
                OnFailure.CONTINUE,
                List.of(
                    Draft.create("lost").toBuilder().home(nowhere).build(), Draft.create("good"))));

    assertThat(outcome.summary()).isEqualTo("failed: 1 created, 1 failed");
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("connector.no-provider");
              assertThat(problem.address()).contains(Draft.id("lost").address());
              assertThat(problem.canvas()).contains("node-lost");
            });
  }

  @Test
  void aDefectOfTheEngineItselfIsContainedToo() {
    rig.remainder.change(
        "bad#1/create",
        (change, known) -> {
          throw new IllegalStateException("hunter2");
        });

    Outcome outcome =
        rig.apply(rig.plan(OnFailure.CONTINUE, List.of(Draft.create("bad"), Draft.create("good"))));

    assertThat(outcome.summary()).isEqualTo("failed: 1 created, 1 failed");
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("execution.defect");
              assertThat(problem.detail()).doesNotContain("hunter2");
            });
  }

  /** Tells its listener twice. */
  private static final class TwiceCompleted extends CompletableFuture<Result<MapValue>> {
    private final Result<MapValue> result;

    TwiceCompleted(Result<MapValue> result) {
      this.result = result;
    }

    @Override
    public CompletableFuture<Result<MapValue>> whenComplete(
        BiConsumer<? super Result<MapValue>, ? super Throwable> action) {
      CompletionStage<Result<MapValue>> done = CompletableFuture.completedFuture(result);
      done.whenComplete(action);
      return done.whenComplete(action).toCompletableFuture();
    }
  }
}
