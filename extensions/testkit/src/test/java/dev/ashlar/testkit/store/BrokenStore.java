package dev.ashlar.testkit.store;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** A sound store, to be broken at one place. */
class BrokenStore implements StateStore {
  final StateStore sound;

  BrokenStore() {
    this(StateStore.inMemory());
  }

  BrokenStore(StateStore sound) {
    this.sound = sound;
  }

  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return sound.acquire(request);
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    return sound.renew(lease);
  }

  @Override
  public CompletionStage<Void> release(Lease lease) {
    return sound.release(lease);
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    return sound.append(lease, batch);
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    return sound.compact(lease, snapshot);
  }

  @Override
  public CompletionStage<Log> load(Environment.Id environment, OptionalLong serial) {
    return sound.load(environment, serial);
  }

  @Override
  public CompletionStage<List<Environment.Id>> environments() {
    return sound.environments();
  }

  @Override
  public CompletionStage<Optional<Bytes>> document(Environment.Id environment, String name) {
    return sound.document(environment, name);
  }

  @Override
  public CompletionStage<Bytes> createDocument(
      Environment.Id environment, String name, Bytes bytes) {
    return sound.createDocument(environment, name, bytes);
  }

  @Override
  public void close() {
    sound.close();
  }
}
