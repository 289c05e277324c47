package dev.ashlar.testkit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * A store that one engine after another uses: it does not end with any of them.
 *
 * @param store the store
 */
record Shared(StateStore store) implements StateStore {
  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return store.acquire(request);
  }

  @Override
  public CompletionStage<Optional<Holder>> holder(Environment.Id environment) {
    return store.holder(environment);
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    return store.renew(lease);
  }

  @Override
  public CompletionStage<Void> release(Lease lease) {
    return store.release(lease);
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    return store.append(lease, batch);
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    return store.compact(lease, snapshot);
  }

  @Override
  public CompletionStage<Log> load(Environment.Id environment, OptionalLong serial) {
    return store.load(environment, serial);
  }

  @Override
  public CompletionStage<List<Environment.Id>> environments() {
    return store.environments();
  }

  @Override
  public CompletionStage<Optional<Bytes>> document(Environment.Id environment, String name) {
    return store.document(environment, name);
  }

  @Override
  public CompletionStage<Bytes> createDocument(
      Environment.Id environment, String name, Bytes bytes) {
    return store.createDocument(environment, name, bytes);
  }

  @Override
  public Optional<KeyService> keys() {
    return store.keys();
  }

  @Override
  public void close() {
    // The simulation closes it.
  }
}
