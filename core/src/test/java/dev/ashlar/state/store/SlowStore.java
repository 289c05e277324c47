package dev.ashlar.state.store;

import dev.ashlar.state.ForwardingStore;
import dev.ashlar.state.StateStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store whose appends complete when a test says so, or fail, and are counted. */
public final class SlowStore extends ForwardingStore {
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final List<Batch> batches = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private boolean slow;
  private Optional<RuntimeException> failure = Optional.empty();
  private Optional<RuntimeException> renewalFailure = Optional.empty();
  private int renewals;

  /** Serves from another store. */
  public SlowStore(StateStore store) {
    super(store);
  }

  /** From now on appends wait. */
  public void hold() {
    slow = true;
  }

  /** Lets the append that waits longest through. */
  public void letOneThrough() {
    waiting.remove().run();
  }

  /** From now on appends and compactions fail. */
  public void fail(RuntimeException exception) {
    failure = Optional.of(exception);
  }

  /** From now on renewals fail; with nothing they work again. */
  public void failRenewals(Optional<RuntimeException> exception) {
    renewalFailure = exception;
  }

  /** What was appended, flush by flush. */
  public List<Batch> batches() {
    return batches;
  }

  /** What was compacted to. */
  public List<Snapshot> snapshots() {
    return snapshots;
  }

  /** How many renewals were asked for. */
  public int renewals() {
    return renewals;
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    renewals++;
    if (renewalFailure.isPresent()) {
      return CompletableFuture.failedFuture(renewalFailure.get());
    }
    return store.renew(lease);
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    batches.add(batch);
    if (failure.isPresent()) {
      return CompletableFuture.failedFuture(failure.get());
    }
    if (!slow) {
      return store.append(lease, batch);
    }
    CompletableFuture<Void> result = new CompletableFuture<>();
    waiting.add(
        () ->
            store
                .append(lease, batch)
                .whenComplete(
                    (done, problem) -> {
                      if (problem == null) {
                        result.complete(done);
                      } else {
                        result.completeExceptionally(problem);
                      }
                    }));
    return result;
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    snapshots.add(snapshot);
    return failure.isPresent()
        ? CompletableFuture.failedFuture(failure.get())
        : store.compact(lease, snapshot);
  }
}
