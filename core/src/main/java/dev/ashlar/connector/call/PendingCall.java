package dev.ashlar.connector.call;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.connector.problem.ConnectorProblems;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call under way. The first of answer, exception and deadline wins; the rest is noted. The
 * result arrives on the executor, whatever thread the connector answers on.
 *
 * @param <R> what the connector answers
 * @param <T> what is made of it
 */
final class PendingCall<R, T> {
  private enum Phase {
    WAITING,
    ANSWERED,
    EXPIRED
  }

  private final Executor executor;
  private final Verdicts verdicts;
  private final Supplier<CompletionStage<R>> connector;
  private final Function<@Nullable R, T> check;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
  private final CompletableFuture<Call<T>> result = new CompletableFuture<>();

  /** The thread of the executor that calls the connector just now. */
  private volatile @Nullable Thread calling;

  private @Nullable Supplier<Call<T>> atOnce;

  PendingCall(
      Executor executor,
      Verdicts verdicts,
      Supplier<CompletionStage<R>> connector,
      Function<@Nullable R, T> check) {
    this.executor = executor;
    this.verdicts = verdicts;
    this.connector = connector;
    this.check = check;
  }

  CompletableFuture<Call<T>> start(TimeSource time, Duration timeout) {
    Instant asked = time.now();
    try {
      executor.execute(() -> begin(time, asked, timeout));
    } catch (RejectedExecutionException e) {
      settle(() -> verdicts.failed(Failure.temporary("the engine is closing")));
    }
    return result;
  }

  /**
   * The connector's time begins when it is called, not while the executor has other work. But a
   * change is not asked for when all its time has passed by then: a process that slept so long may
   * not be the only one any more.
   */
  private void begin(TimeSource time, Instant asked, Duration timeout) {
    if (verdicts.mutates() && asked.plus(timeout).isBefore(time.now())) {
      settle(() -> verdicts.failed(Failure.temporary("its time was over before its turn came")));
      return;
    }
    TimeSource.Timer deadline = time.schedule(timeout, () -> expire(timeout));
    var unused = result.whenComplete((answer, never) -> deadline.cancel());
    calling = Thread.currentThread();
    invoke();
    calling = null;
    if (atOnce != null) {
      result.complete(atOnce.get());
    }
  }

  // Whatever a connector throws is its own; an error of the JVM shows again elsewhere.
  private void invoke() {
    CompletionStage<R> stage;
    try {
      stage = connector.get();
    } catch (Undecodable e) {
      settle(() -> verdicts.failed(Failure.invalid(e.why())));
      return;
    } catch (Throwable thrown) {
      settle(() -> verdicts.thrown(thrown));
      return;
    }
    if (stage == null) {
      settle(() -> verdicts.broken(new Breach("returned null in place of a stage")));
      return;
    }
    try {
      stage.whenComplete(this::answered);
    } catch (Throwable thrown) {
      settle(() -> verdicts.broken(new Breach("returned a stage that cannot be listened to")));
    }
  }

  private void answered(@Nullable R answer, @Nullable Throwable thrown) {
    settle(() -> thrown == null ? judge(answer) : verdicts.thrown(thrown));
  }

  private Call<T> judge(@Nullable R answer) {
    try {
      return new Call.Answered<>(check.apply(answer));
    } catch (Breach breach) {
      return verdicts.broken(breach);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return verdicts.broken(
          new Breach("gave an answer that cannot be read (" + e.getClass().getName() + ")"));
    }
  }

  private void settle(Supplier<Call<T>> outcome) {
    if (phase.compareAndSet(Phase.WAITING, Phase.ANSWERED)) {
      hop(outcome);
    } else {
      verdicts.note(
          phase.get() == Phase.EXPIRED
              ? ConnectorProblems.LATE_ANSWER
              : ConnectorProblems.SECOND_ANSWER);
    }
  }

  private void expire(Duration timeout) {
    if (phase.compareAndSet(Phase.WAITING, Phase.EXPIRED)) {
      hop(() -> verdicts.unanswered(timeout));
    }
  }

  /** Goes on on the executor; a connector that answers at once is on it still. */
  private void hop(Supplier<Call<T>> outcome) {
    if (Thread.currentThread() == calling) {
      atOnce = outcome;
      return;
    }
    try {
      executor.execute(() -> result.complete(outcome.get()));
    } catch (RejectedExecutionException e) {
      // The executor is gone; whoever waits is told all the same.
      result.complete(outcome.get());
    }
  }
}
