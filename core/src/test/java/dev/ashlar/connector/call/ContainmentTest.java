package dev.ashlar.connector.call;

import static dev.ashlar.connector.call.Behaviour.ENVELOPE;
import static dev.ashlar.connector.call.Behaviour.OUTPUTS;
import static dev.ashlar.connector.call.Behaviour.PRIOR;
import static dev.ashlar.connector.call.Behaviour.SPEC;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a connector does, its call ends in one typed result that names it. */
@Timeout(20)
class ContainmentTest {
  private final VirtualTime time = VirtualTime.create();
  private final List<Diagnostic> notes = new ArrayList<>();
  private final ConnectorCalls calls = new ConnectorCalls(time, time, notes::add);

  @Test
  void aSoundAnswerIsHandedOn() {
    Call<Answer> call = create(() -> completedFuture(Result.done("q-1", OUTPUTS)));

    Answer answer = call.answer().orElseThrow();
    assertThat(answer.state()).isEqualTo(Result.State.DONE);
    assertThat(answer.id()).contains("q-1");
    assertThat(answer.outputs()).isEqualTo(OUTPUTS);
    assertThat(call.diagnostics()).isEmpty();
  }

  @Test
  void anExceptionOfTheMethodItselfIsInDoubtAndNamesTheConnector() {
    Call<Answer> call =
        create(
            () -> {
              throw new IllegalStateException("password=hunter2");
            });

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.IN_DOUBT);
    assertThat(only(call).code()).isEqualTo("connector.unexplained-exception");
    assertThat(only(call).detail())
        .isEqualTo(
            "On create of jobs, the connector of acme::Queue"
                + " (dev.ashlar.connector.call.Behaviour, provider \"acme\") threw"
                + " java.lang.IllegalStateException.");
    assertThat(only(call).address().orElseThrow()).hasToString("jobs");
    assertThat(failure(call).detail() + only(call)).doesNotContain("hunter2");
  }

  @Test
  void anErrorIsContainedLikeAnException() {
    Call<Answer> call =
        create(
            () -> {
              throw new StackOverflowError();
            });

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.IN_DOUBT);
  }

  @Test
  void aFailedStageIsExplainedByTheProvider() {
    Failure gone = Failure.notFound("no such queue");
    OpenConnector<MapValue, MapValue> on =
        Behaviour.open(
            new Behaviour(
                () -> failedFuture(new CompletionException(new IllegalStateException("404"))),
                () -> completedFuture(Reading.absent())),
            thrown -> thrown instanceof IllegalStateException ? gone : Failure.inDoubt(thrown));

    Call<Answer> call = calls.create(on, ENVELOPE, SPEC).join();

    assertThat(failure(call)).isSameAs(gone);
    assertThat(call.diagnostics()).isEmpty();
  }

  @Test
  void aFailureOnPurposeKeepsTheIdentifierThatTheCloudNamed() {
    Call<Answer> call =
        create(() -> failedFuture(Failure.quota("too many").withId("q-9").toException()));

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(failure(call).id()).contains("q-9");
  }

  @Test
  void aProviderThatFailsToExplainIsContained() {
    OpenConnector<MapValue, MapValue> on =
        Behaviour.open(
            new Behaviour(
                () -> failedFuture(new IllegalStateException()),
                () -> completedFuture(Reading.absent())),
            thrown -> {
              throw new IllegalArgumentException();
            });

    Call<Answer> call = calls.create(on, ENVELOPE, SPEC).join();

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.BROKEN);
    assertThat(only(call).detail()).contains("classify() threw java.lang.IllegalArgument");
  }

  @Test
  void nullInPlaceOfAStageBreaksTheContract() {
    Call<Answer> call = create(() -> null);

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.BROKEN);
    assertThat(failure(call).kind().outcomeKnown()).isFalse();
    assertThat(only(call).code()).isEqualTo("connector.broken-contract");
    assertThat(only(call).detail()).contains("Behaviour").contains("returned null");
  }

  @Test
  void nullInPlaceOfAnAnswerBreaksTheContract() {
    Call<Answer> call = create(() -> completedFuture(null));

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.BROKEN);
    assertThat(only(call).detail()).contains("answered null");
  }

  @Test
  void aStageThatCannotBeListenedToBreaksTheContract() {
    Call<Answer> call =
        create(
            () ->
                stage(
                    callback -> {
                      throw new UnsupportedOperationException();
                    }));

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.BROKEN);
  }

  @Test
  void aMutationWithoutAnAnswerIsInDoubtWhenItsTimeIsOver() {
    Call<Answer> call = create(CompletableFuture::new);

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.IN_DOUBT);
    assertThat(only(call).code()).isEqualTo("connector.no-answer");
    assertThat(only(call).detail()).contains("did not answer within 30 s");
  }

  /** A process may sleep between deciding to call and calling: it may not be alone any more. */
  @Test
  void aMutationWhoseTimeIsOverBeforeItsTurnComesIsNotMade() {
    VirtualTime asleep = VirtualTime.stepped();
    List<Runnable> waiting = new ArrayList<>();
    List<String> made = new ArrayList<>();
    ConnectorCalls late = new ConnectorCalls(waiting::add, asleep, notes::add);
    CompletableFuture<Call<Answer>> call =
        late.create(
            Behaviour.mutating(
                () -> {
                  made.add("create");
                  return completedFuture(Result.done("q-1", OUTPUTS));
                }),
            ENVELOPE,
            SPEC);

    asleep.advance(Duration.ofSeconds(31));
    while (!waiting.isEmpty()) {
      waiting.remove(0).run();
    }

    assertThat(made).isEmpty();
    assertThat(failure(call.join()).kind()).isEqualTo(Failure.Kind.TEMPORARY);
  }

  @Test
  void aReadWithoutAnAnswerMayBeMadeAgain() {
    Call<Optional<Observed>> call = read(CompletableFuture::new);

    assertThat(failure(call).kind().retrySafe()).isTrue();
    assertThat(only(call).code()).isEqualTo("connector.no-answer");
  }

  @Test
  void aReadThatThrowsMayBeMadeAgain() {
    Call<Optional<Observed>> call = read(() -> failedFuture(new IllegalStateException()));

    assertThat(failure(call).kind().retrySafe()).isTrue();
    assertThat(only(call).code()).isEqualTo("connector.unexplained-exception");
  }

  @Test
  void aLateAnswerIsIgnoredAndNoted() {
    CompletableFuture<Result<MapValue>> late = new CompletableFuture<>();
    Call<Answer> call = create(() -> late);

    late.complete(Result.done("q-1", OUTPUTS));

    assertThat(call.answer()).isEmpty();
    assertThat(notes).extracting(Diagnostic::code).containsExactly("connector.late-answer");
    assertThat(notes.get(0).address().orElseThrow()).hasToString("jobs");
  }

  @Test
  void theFirstOfTwoAnswersWinsAndTheSecondIsNoted() {
    Call<Answer> call =
        create(
            () ->
                stage(
                    callback -> {
                      callback.accept(Result.done("q-1", OUTPUTS), null);
                      callback.accept(Result.done("q-2", OUTPUTS), null);
                    }));

    assertThat(call.answer().orElseThrow().id()).contains("q-1");
    assertThat(notes).extracting(Diagnostic::code).containsExactly("connector.second-answer");
  }

  @Test
  void anAnswerFromAForeignThreadArrivesOnTheExecutor() {
    AtomicReference<Thread> answering = new AtomicReference<>();
    AtomicReference<Thread> arriving = new AtomicReference<>();
    Runnable goOn = time.hold();
    OpenConnector<MapValue, MapValue> on =
        Behaviour.mutating(
            () -> {
              CompletableFuture<Result<MapValue>> answer = new CompletableFuture<>();
              Thread foreign =
                  new Thread(
                      () -> {
                        answering.set(Thread.currentThread());
                        answer.complete(Result.done("q-1", OUTPUTS));
                        goOn.run();
                      });
              foreign.start();
              return answer;
            });
    CompletableFuture<Call<Answer>> done = new CompletableFuture<>();
    time.execute(
        () -> {
          var unused =
              calls
                  .create(on, ENVELOPE, SPEC)
                  .thenAccept(
                      call -> {
                        arriving.set(Thread.currentThread());
                        done.complete(call);
                      });
        });

    assertThat(done.join().answer()).isPresent();
    assertThat(arriving.get()).isNotSameAs(answering.get());
    assertThat(arriving.get().getName()).isEqualTo("virtual-time");
  }

  @Test
  void anUndeclaredOutputBreaksTheContractAndKeepsTheIdentifier() {
    Call<Answer> call =
        create(() -> completedFuture(Result.done("q-1", OUTPUTS.with("Deph", Value.of(3)))));

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.BROKEN);
    assertThat(failure(call).id()).contains("q-1");
    assertThat(only(call).detail()).contains("gave Deph, which its schema does not declare");
  }

  @Test
  void anOutputOfAnotherTypeBreaksTheContractAndIsNotShown() {
    Call<Answer> call =
        create(
            () -> completedFuture(Result.done("q-1", OUTPUTS.with("Depth", Value.of("s3cr3t")))));

    assertThat(only(call).detail())
        .contains("gave Depth as string, and its schema says integer")
        .doesNotContain("s3cr3t");
  }

  @Test
  void anOutputThatIsPromisedMustBeThereWhenAllIsDone() {
    Call<Answer> call = create(() -> completedFuture(Result.done("q-1", MapValue.EMPTY)));

    assertThat(failure(call).id()).contains("q-1");
    assertThat(only(call).detail()).contains("gave no Depth, which its schema promises");
  }

  @Test
  void anUnknownOutputBreaksTheContract() {
    Call<Answer> call =
        create(
            () ->
                completedFuture(Result.done("q-1", OUTPUTS.with("Depth", Value.UnknownValue.ANY))));

    assertThat(only(call).detail()).contains("gave an unknown Depth");
  }

  @Test
  void anEmptyIdentifierBreaksTheContract() {
    Call<Answer> call = create(() -> completedFuture(Result.done("", OUTPUTS)));

    assertThat(only(call).detail()).contains("gave an empty identifier");
  }

  @Test
  void inProgressIsForConnectorsThatCanBeAskedAgain() {
    Call<Answer> call =
        create(() -> completedFuture(Result.inProgress("token", Duration.ofSeconds(1), "q-1")));

    assertThat(failure(call).id()).contains("q-1");
    assertThat(only(call).detail()).contains("answered in progress, and cannot be asked again");
  }

  @Test
  void deletedAnswersOnlyADelete() {
    assertThat(only(create(() -> completedFuture(Result.deleted()))).detail())
        .contains("answered deleted to what was no delete");
    Call<Answer> delete =
        calls
            .delete(Behaviour.mutating(() -> completedFuture(Result.deleted())), ENVELOPE, PRIOR)
            .join();
    assertThat(delete.answer().orElseThrow().state()).isEqualTo(Result.State.DELETED);
  }

  @Test
  void aDeleteIsNotAnsweredWithDone() {
    Call<Answer> call =
        calls
            .delete(
                Behaviour.mutating(() -> completedFuture(Result.done("q-1", OUTPUTS))),
                ENVELOPE,
                PRIOR)
            .join();

    assertThat(only(call).detail()).contains("answered a delete with done");
  }

  @Test
  void anUpdateGoesThroughTheSameCheck() {
    Call<Answer> call =
        calls
            .update(
                Behaviour.mutating(() -> completedFuture(null)), ENVELOPE, SPEC, PRIOR, Set.of())
            .join();

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.BROKEN);
  }

  @Test
  void aSensitiveOutputIsSecretWhetherTheConnectorSaysSoOrNot() {
    Call<Answer> call =
        create(
            () -> completedFuture(Result.done("q-1", OUTPUTS.with("Token", Value.of("s3cr3t")))));

    assertThat(call.answer().orElseThrow().outputs().get("Token"))
        .isEqualTo(Value.secret(Value.of("s3cr3t")));
  }

  @Test
  void aReadThatSeesNothingIsNoFailure() {
    assertThat(read(() -> completedFuture(Reading.absent())).answer()).contains(Optional.empty());
  }

  @Test
  void aReadMarksWhatTheSchemaCallsSecret() {
    Call<Optional<Observed>> call =
        read(
            () ->
                completedFuture(
                    Reading.found("q-1", SPEC.with("Password", Value.of("x")), OUTPUTS)));

    assertThat(call.answer().orElseThrow().orElseThrow().properties().get("Password"))
        .isEqualTo(Value.secret(Value.of("x")));
  }

  @Test
  void aReadAgainstTheSchemaBreaksTheContract() {
    Call<Optional<Observed>> call =
        read(
            () ->
                completedFuture(
                    Reading.found("q-1", Value.map(Map.of("Nam", Value.of("x"))), OUTPUTS)));

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.BROKEN);
    assertThat(only(call).detail()).contains("gave Nam, which its schema does not declare");
  }

  @Test
  void anExecutorThatTakesNothingMoreIsAFailureAndNoException() {
    ConnectorCalls closing =
        new ConnectorCalls(
            task -> {
              throw new RejectedExecutionException();
            },
            time,
            notes::add);

    Call<Answer> call =
        closing
            .create(
                Behaviour.mutating(() -> completedFuture(Result.done("q-1", OUTPUTS))),
                ENVELOPE,
                SPEC)
            .join();

    assertThat(failure(call).kind()).isEqualTo(Failure.Kind.TEMPORARY);
  }

  private Call<Answer> create(Supplier<CompletionStage<Result<MapValue>>> behaviour) {
    return calls.create(Behaviour.mutating(behaviour), ENVELOPE, SPEC).join();
  }

  private Call<Optional<Observed>> read(
      Supplier<CompletionStage<Reading<MapValue, MapValue>>> behaviour) {
    return calls.read(Behaviour.reading(behaviour), ENVELOPE, "q-1", Optional.of(SPEC)).join();
  }

  private static Failure failure(Call<?> call) {
    return call.failure().orElseThrow();
  }

  private static Diagnostic only(Call<?> call) {
    assertThat(call.diagnostics()).hasSize(1);
    return call.diagnostics().get(0);
  }

  /** A stage of somebody's own, which does with its listener what it likes. */
  @SuppressWarnings("unchecked")
  private static CompletionStage<Result<MapValue>> stage(Listening listening) {
    return (CompletionStage<Result<MapValue>>)
        Proxy.newProxyInstance(
            ContainmentTest.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("whenComplete")) {
                listening.to((BiConsumer<Object, Object>) arguments[0]);
                return proxy;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private interface Listening {
    void to(BiConsumer<Object, Object> callback);
  }
}
