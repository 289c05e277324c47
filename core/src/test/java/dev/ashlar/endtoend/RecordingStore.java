package dev.ashlar.endtoend;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A store that keeps a copy of every byte that it was ever given. */
record RecordingStore(StateStore store, Queue<String> given) implements StateStore {
  RecordingStore(StateStore store) {
    this(store, new ConcurrentLinkedQueue<>());
  }

  private void note(Bytes bytes) {
    given.add(new String(bytes.toArray(), StandardCharsets.ISO_8859_1));
  }

  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return store.acquire(request);
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
    batch.entries().forEach(this::note);
    return store.append(lease, batch);
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    note(snapshot.bytes());
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
    note(bytes);
    return store.createDocument(environment, name, bytes);
  }

  @Override
  public Optional<KeyService> keys() {
    return store.keys();
  }

  @Override
  public void close() {
    store.close();
  }
}
