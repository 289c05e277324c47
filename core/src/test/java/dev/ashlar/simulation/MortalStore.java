package dev.ashlar.simulation;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A store as a process sees it that is killed after so many writes: what was written before is
 * there, nothing comes after, not even the release of a lease.
 */
final class MortalStore implements StateStore {
  private final StateStore store;
  private int writesLeft;

  MortalStore(StateStore store, int writes) {
    this.store = store;
    this.writesLeft = writes;
  }

  boolean isDead() {
    return writesLeft < 0;
  }

  private <T> CompletionStage<T> alive(Supplier<CompletionStage<T>> call) {
    return isDead() ? CompletableFuture.failedFuture(new IOException("killed")) : call.get();
  }

  private <T> CompletionStage<T> write(Supplier<CompletionStage<T>> call) {
    if (writesLeft >= 0) {
      writesLeft--;
    }
    return alive(call);
  }

  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return alive(() -> store.acquire(request));
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    return alive(() -> store.renew(lease));
  }

  @Override
  public CompletionStage<Void> release(Lease lease) {
    return alive(() -> store.release(lease));
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    return write(() -> store.append(lease, batch));
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    return write(() -> store.compact(lease, snapshot));
  }

  @Override
  public CompletionStage<Log> load(Environment.Id environment, OptionalLong serial) {
    return alive(() -> store.load(environment, serial));
  }

  @Override
  public CompletionStage<List<Environment.Id>> environments() {
    return alive(store::environments);
  }

  @Override
  public CompletionStage<Optional<Bytes>> document(Environment.Id environment, String name) {
    return alive(() -> store.document(environment, name));
  }

  @Override
  public CompletionStage<Bytes> createDocument(
      Environment.Id environment, String name, Bytes bytes) {
    return alive(() -> store.createDocument(environment, name, bytes));
  }

  @Override
  public Optional<KeyService> keys() {
    return store.keys();
  }

  /** The store outlives the process. */
  @Override
  public void close() {}
}
