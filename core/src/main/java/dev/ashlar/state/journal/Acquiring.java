package dev.ashlar.state.journal;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks for a lease until it is given or the wait is over. Waits by timer, without a thread. */
final class Acquiring {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final StateStore store;
  private final TimeSource time;
  private final Executor executor;
  private final StateStore.AcquireRequest request;
  private final Duration length;
  private final Instant deadline;
  private final CompletableFuture<LeaseKeeper.Granted> result = new CompletableFuture<>();

  private Acquiring(
      StateStore store,
      TimeSource time,
      Executor executor,
      StateStore.AcquireRequest request,
      Duration length,
      Instant deadline) {
    this.store = store;
    this.time = time;
    this.executor = executor;
    this.request = request;
    this.length = length;
    this.deadline = deadline;
  }

  /** Fails with a {@link DiagnosticsException} that says who holds it when the wait is over. */
  static CompletableFuture<LeaseKeeper.Granted> acquire(
      StateStore store,
      TimeSource time,
      Executor executor,
      LeaseTerms terms,
      Environment.Id environment,
      String holder,
      Duration maxWait) {
    Acquiring acquiring =
        new Acquiring(
            store,
            time,
            executor,
            new StateStore.AcquireRequest(environment, holder, terms.asked()),
            terms.length(),
            time.now().plus(maxWait));
    executor.execute(() -> acquiring.ask(FIRST_PAUSE));
    return acquiring.result;
  }

  private void ask(Duration pause) {
    Instant sent = time.now();
    Stages.onEnd(
        Stages.call(() -> store.acquire(request)),
        executor,
        (answer, failure) -> {
          if (failure != null) {
            result.completeExceptionally(failure);
          } else if (answer == null) {
            result.completeExceptionally(new IllegalStateException("the store gave no answer"));
          } else if (answer.lease().isPresent()) {
            result.complete(new LeaseKeeper.Granted(answer.lease().get(), sent.plus(length)));
          } else {
            waitFor(answer, pause);
          }
        });
  }

  private void waitFor(StateStore.Acquisition answer, Duration pause) {
    Duration left = Duration.between(time.now(), deadline);
    if (left.isNegative() || left.isZero()) {
      result.completeExceptionally(
          new DiagnosticsException(
              List.of(
                  StateProblems.locked(request.environment(), answer.holder(), answer.until()))));
      return;
    }
    Duration longer = pause.multipliedBy(2);
    Duration next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    time.schedule(
        pause.compareTo(left) < 0 ? pause : left, () -> executor.execute(() -> ask(next)));
  }
}
