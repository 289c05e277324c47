package dev.ashlar.endtoend;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.ForwardingStore;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A store that keeps a copy of every byte that it was ever given. */
final class RecordingStore extends ForwardingStore {
  private final Queue<String> given = new ConcurrentLinkedQueue<>();

  RecordingStore(StateStore store) {
    super(store);
  }

  /** The copies. */
  Queue<String> given() {
    return given;
  }

  private void note(Bytes bytes) {
    given.add(new String(bytes.toArray(), StandardCharsets.ISO_8859_1));
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
  public CompletionStage<Bytes> createDocument(
      Environment.Id environment, String name, Bytes bytes) {
    note(bytes);
    return store.createDocument(environment, name, bytes);
  }
}
