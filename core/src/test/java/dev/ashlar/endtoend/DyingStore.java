package dev.ashlar.endtoend;

import dev.ashlar.state.ForwardingStore;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store whose process dies after so many entries, in the midst of a batch if need be: nothing is
 * written or given back any more.
 */
final class DyingStore extends ForwardingStore {
  private final AtomicInteger left;

  DyingStore(StateStore store, int entries) {
    super(store);
    this.left = new AtomicInteger(entries);
  }

  boolean isDead() {
    return left.get() < 0;
  }

  private <T> CompletionStage<T> dead() {
    return CompletableFuture.failedFuture(new IOException("the process is dead"));
  }

  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return isDead() ? dead() : store.acquire(request);
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    return isDead() ? dead() : store.renew(lease);
  }

  @Override
  public CompletionStage<Void> release(Lease lease) {
    return isDead() ? dead() : store.release(lease);
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    if (isDead()) {
      return dead();
    }
    int entries = batch.entries().size();
    int room = left.get();
    if (room >= entries) {
      left.addAndGet(-entries);
      return store.append(lease, batch);
    }
    left.set(-1);
    List<Bytes> written = batch.entries().subList(0, room);
    return room == 0
        ? dead()
        : store
            .append(lease, new Batch(batch.serial(), written))
            .thenCompose(done -> this.<Void>dead());
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    return isDead() ? dead() : store.compact(lease, snapshot);
  }

  @Override
  public void close() {
    // The records outlive the process.
  }
}
