package dev.ashlar;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has begun and not ended, so that closing leaves nothing behind: runs are cancelled
 * and waited for, and who waits for an answer is told that none will come.
 */
final class UnderWay {
  private final Executor executor;

  /** Those that go on and were not cancelled by the engine. */
  private final Set<Run> runs = new HashSet<>();

  private final Set<CompletableFuture<Void>> unended = new HashSet<>();
  private final Set<Answer<?>> answers = new HashSet<>();
  private boolean closed;

  /** Answers are given on this executor. */
  UnderWay(Executor executor) {
    this.executor = executor;
  }

  synchronized void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
  }

  /** Starts a run; one that starts while the engine closes is cancelled and waited for, too. */
  Run run(Supplier<Run> start) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    synchronized (this) {
      ensureOpen();
      unended.add(ended);
    }
    try {
      return begun(start.get(), ended);
    } catch (RuntimeException | Error defect) {
      over(null, ended);
      throw defect;
    }
  }

  private Run begun(Run run, CompletableFuture<Void> ended) {
    boolean late;
    synchronized (this) {
      runs.add(run);
      late = closed;
    }
    var unused = run.outcome().whenComplete((outcome, failure) -> over(run, ended));
    if (late) {
      run.cancel();
    }
    return run;
  }

  @SuppressWarnings("CollectionUndefinedEquality") // a future equals itself, and that is meant
  private void over(@Nullable Run run, CompletableFuture<Void> ended) {
    synchronized (this) {
      unended.remove(ended);
      if (run != null) {
        runs.remove(run);
      }
    }
    ended.complete(null);
  }

  /**
   * What somebody waits for.
   *
   * @param future a copy, so that cancelling it stops the waiting only
   * @param refusal what is answered where there is no other answer
   */
  private record Answer<T>(CompletableFuture<T> future, Function<Diagnostic, T> refusal) {
    void refuse(Diagnostic why) {
      try {
        future.complete(refusal.apply(why));
      } catch (RuntimeException unsayable) {
        future.completeExceptionally(unsayable);
      }
    }
  }

  /**
   * Starts what somebody waits for. The future is a copy; it completes on the executor, whoever
   * completes the other one.
   *
   * @param refusal what is answered where the engine is closed meanwhile
   */
  <T> CompletableFuture<T> answer(
      Supplier<CompletableFuture<T>> start, Function<Diagnostic, T> refusal) {
    Answer<T> answer = new Answer<>(new CompletableFuture<>(), refusal);
    synchronized (this) {
      ensureOpen();
      answers.add(answer);
    }
    CompletableFuture<T> started;
    try {
      started = start.get();
    } catch (RuntimeException | Error defect) {
      forget(answer);
      throw defect;
    }
    if (started.isDone()) {
      var unused = started.whenComplete((value, failure) -> give(answer, value, failure));
    } else {
      var unused =
          started.whenCompleteAsync((value, failure) -> give(answer, value, failure), executor);
    }
    return answer.future();
  }

  private <T> void give(Answer<T> answer, T value, @Nullable Throwable failure) {
    boolean late = forget(answer);
    if (failure == null) {
      answer.future().complete(value);
    } else if (late) {
      answer.refuse(closed());
    } else {
      answer.future().completeExceptionally(failure);
    }
  }

  /** Whether the engine is closed by now. */
  private synchronized boolean forget(Answer<?> answer) {
    answers.remove(answer);
    return closed;
  }

  private static Diagnostic closed() {
    return Diagnostic.of(
        FacadeProblems.ENGINE_CLOSED, "The engine was closed before it could answer.");
  }

  /** Lets no run begin anything more; tells each only once. */
  void cancelRuns() {
    List<Run> cancelled;
    synchronized (this) {
      cancelled = List.copyOf(runs);
      runs.clear();
    }
    cancelled.forEach(Run::cancel);
  }

  /**
   * Begins nothing more, and waits for the runs.
   *
   * @return false if that was done before
   */
  boolean end() {
    List<CompletableFuture<Void>> awaited;
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
      awaited = new ArrayList<>(unended);
    }
    cancelRuns();
    CompletableFuture.allOf(awaited.toArray(CompletableFuture<?>[]::new)).join();
    return true;
  }

  /** Tells who still waits for an answer that the engine is closed. */
  void dismiss() {
    List<Answer<?>> left;
    synchronized (this) {
      left = List.copyOf(answers);
      answers.clear();
    }
    left.forEach(answer -> answer.refuse(closed()));
  }
}
