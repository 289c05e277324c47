package dev.ashlar.state.journal;

import dev.ashlar.connector.TimeSource;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Renews a lease by timer. Counts what is left by the engine's own clock from before each request:
 * never longer than the store does, whatever the store's clock says.
 */
final class LeaseKeeper {
  private final StateStore store;
  private final TimeSource time;
  private final Executor executor;
  private final LeaseTerms terms;
  private final Consumer<Throwable> onLost;

  private StateStore.Lease lease;
  private Instant ends;
  private boolean stopped;
  private TimeSource.@Nullable Timer timer;

  LeaseKeeper(
      StateStore store,
      TimeSource time,
      Executor executor,
      LeaseTerms terms,
      Granted granted,
      Consumer<Throwable> onLost) {
    this.store = store;
    this.time = time;
    this.executor = executor;
    this.terms = terms;
    this.lease = granted.lease();
    this.ends = granted.ends();
    this.onLost = onLost;
  }

  /**
   * A lease that was given.
   *
   * @param lease the lease
   * @param ends when it ends by the engine's clock
   */
  record Granted(StateStore.Lease lease, Instant ends) {}

  synchronized void start() {
    schedule(terms.renewEvery());
  }

  synchronized StateStore.Lease lease() {
    return lease;
  }

  synchronized Duration left() {
    Duration left = Duration.between(time.now(), ends);
    return stopped || left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void stop() {
    stopped = true;
    if (timer != null) {
      timer.cancel();
    }
  }

  private void schedule(Duration delay) {
    if (!stopped) {
      timer = time.schedule(delay, () -> executor.execute(this::renew));
    }
  }

  private void renew() {
    Instant sent = time.now();
    Stages.onEnd(
        Stages.call(() -> store.renew(lease())),
        executor,
        (renewed, failure) -> renewed(sent, renewed, failure));
  }

  private void renewed(
      Instant sent, StateStore.@Nullable Lease renewed, @Nullable Throwable failure) {
    synchronized (this) {
      if (stopped) {
        return;
      }
      if (renewed != null) {
        lease = renewed;
        ends = sent.plus(terms.length());
        schedule(terms.renewEvery());
        return;
      }
      if (!isLoss(failure)) {
        schedule(terms.retryAfter());
        return;
      }
      stopped = true;
    }
    onLost.accept(failure == null ? new IllegalStateException("no answer") : failure);
  }

  private static boolean isLoss(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof StateStore.LeaseLostException;
  }
}
