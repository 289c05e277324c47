package dev.ashlar;

import dev.ashlar.execution.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has begun and not ended, so that closing leaves nothing behind: runs are cancelled
 * and waited for, and who waits for an answer is told that none will come.
 */
final class UnderWay {
  private final Executor executor;
  private final Set<Run> runs = new HashSet<>();
  private final Set<CompletableFuture<Void>> unended = new HashSet<>();
  private final Set<CompletableFuture<?>> answers = new HashSet<>();
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
   * Starts what somebody waits for. The future is a copy; it completes on the executor, whoever
   * completes the other one.
   */
  <T> CompletableFuture<T> answer(Supplier<CompletableFuture<T>> start) {
    CompletableFuture<T> answer = new CompletableFuture<>();
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
    return answer;
  }

  private <T> void give(CompletableFuture<T> answer, T value, @Nullable Throwable failure) {
    forget(answer);
    if (failure == null) {
      answer.complete(value);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  @SuppressWarnings("CollectionUndefinedEquality") // a future equals itself, and that is meant
  private synchronized void forget(CompletableFuture<?> answer) {
    answers.remove(answer);
  }

  /**
   * Begins nothing more, and waits for the runs.
   *
   * @return false if that was done before
   */
  boolean end() {
    List<Run> cancelled;
    List<CompletableFuture<Void>> awaited;
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
      cancelled = List.copyOf(runs);
      awaited = new ArrayList<>(unended);
    }
    cancelled.forEach(Run::cancel);
    CompletableFuture.allOf(awaited.toArray(CompletableFuture<?>[]::new)).join();
    return true;
  }

  /** Tells who still waits for an answer that the engine is closed. */
  void dismiss() {
    List<CompletableFuture<?>> left;
    synchronized (this) {
      left = List.copyOf(answers);
      answers.clear();
    }
    left.forEach(
        answer -> answer.completeExceptionally(new IllegalStateException("the engine is closed")));
  }
}
