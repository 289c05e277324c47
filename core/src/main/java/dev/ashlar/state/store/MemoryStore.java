package dev.ashlar.state.store;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Bytes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** States in memory. Each call is one step under one lock, as a conditional put is. */
public final class MemoryStore implements StateStore {
  private final InstantSource clock;
  private final KeyService keys = new MemoryKeys(new SecureRandom());
  private final Map<Environment.Id, MemoryRecords> all = new TreeMap<>();
  private boolean closed;

  /** An empty store whose leases end by this clock. */
  public MemoryStore(InstantSource clock) {
    this.clock = clock;
  }

  /** With the records: an engine that comes after another one can read them. */
  @Override
  public Optional<KeyService> keys() {
    return Optional.of(keys);
  }

  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return step(() -> records(request.environment()).acquire(request, clock.instant()));
  }

  @Override
  public CompletionStage<Optional<Holder>> holder(Environment.Id environment) {
    return step(() -> records(environment).holder(clock.instant()));
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    return step(() -> records(lease.environment()).renew(lease, clock.instant()));
  }

  @Override
  public CompletionStage<Void> release(Lease lease) {
    return done(() -> records(lease.environment()).release(lease));
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    return done(() -> records(lease.environment()).append(lease, batch));
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    return done(() -> records(lease.environment()).compact(lease, snapshot));
  }

  @Override
  public CompletionStage<Log> load(Environment.Id environment, OptionalLong serial) {
    return step(() -> records(environment).load(serial));
  }

  @Override
  public CompletionStage<List<Environment.Id>> environments() {
    return step(
        () -> {
          List<Environment.Id> written = new ArrayList<>();
          all.forEach(
              (id, records) -> {
                if (records.isWritten()) {
                  written.add(id);
                }
              });
          return written;
        });
  }

  @Override
  public CompletionStage<Optional<Bytes>> document(Environment.Id environment, String name) {
    return step(() -> records(environment).document(name));
  }

  @Override
  public CompletionStage<Bytes> createDocument(
      Environment.Id environment, String name, Bytes bytes) {
    return step(() -> records(environment).createDocument(name, bytes));
  }

  @Override
  public CompletionStage<Void> replaceDocument(Lease lease, String name, Bytes bytes) {
    return done(() -> records(lease.environment()).replaceDocument(lease, name, bytes));
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private MemoryRecords records(Environment.Id environment) {
    return all.computeIfAbsent(environment, MemoryRecords::new);
  }

  private CompletionStage<Void> done(Runnable step) {
    return step(() -> {
          step.run();
          return Boolean.TRUE;
        })
        .thenAccept(done -> {});
  }

  /** What depends on the stage must not run under the lock: the stage is completed outside it. */
  private <T> CompletionStage<T> step(Supplier<T> step) {
    T result;
    try {
      synchronized (this) {
        if (closed) {
          throw new IllegalStateException("the store is closed");
        }
        result = step.get();
      }
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    return CompletableFuture.completedFuture(result);
  }
}
