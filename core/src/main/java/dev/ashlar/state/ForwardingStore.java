package dev.ashlar.state;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * A store in front of another one, to which it passes everything on: a subclass says what is to be
 * otherwise, such as counting, delaying or refusing. What {@link StateStore} learns later, this
 * class passes on as well; a decorator that implements the interface itself would hide it.
 *
 * <p>As safe for every thread as the other store is.
 *
 * @since 0.1
 */
public abstract class ForwardingStore implements StateStore {
  /** The other one. */
  protected final StateStore store;

  /**
   * In front of another store.
   *
   * @param store the other one, closed with this one
   */
  protected ForwardingStore(StateStore store) {
    this.store = store;
  }

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
  public CompletionStage<Void> replaceDocument(Lease lease, String name, Bytes bytes) {
    return store.replaceDocument(lease, name, bytes);
  }

  @Override
  public Optional<KeyService> keys() {
    return store.keys();
  }

  @Override
  public Optional<Home> home() {
    return store.home();
  }

  @Override
  public void close() {
    store.close();
  }
}
