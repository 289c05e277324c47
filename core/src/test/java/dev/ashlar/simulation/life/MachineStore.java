package dev.ashlar.simulation.life;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.simulation.world.Boundary;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A store as one process sees it: each write takes a while, and before and after it the process can
 * end. What is really written is told to the witness.
 */
final class MachineStore implements StateStore {
  private static final Duration FLUSH = Duration.ofMillis(2);

  /** What goes wrong with a write. */
  enum Trouble {
    /** Nothing. */
    NONE,
    /** Nothing is written, and the process is told. */
    DISK_FULL,
    /** It is written, and the process is told that it is not. */
    FLUSH_FAILED
  }

  /** Decides what goes wrong with a write. */
  interface Disk {
    Trouble writing(List<Line> lines);
  }

  private final StateStore store;
  private final Machine machine;
  private final Witness witness;
  private final Process process;
  private final Disk disk;

  MachineStore(StateStore store, Process process, Witness witness, Disk disk) {
    this.store = store;
    this.machine = process.machine();
    this.process = process;
    this.witness = witness;
    this.disk = disk;
  }

  private static <T> CompletableFuture<T> never() {
    return new CompletableFuture<>();
  }

  /** What comes of a call: nothing, where the process is dead; later, where it sleeps. */
  private <T> CompletionStage<T> call(Supplier<CompletionStage<T>> call) {
    return machine.isDead() ? never() : machine.hears(call.get(), FLUSH);
  }

  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return call(
        () -> {
          CompletionStage<Acquisition> given = store.acquire(request);
          process.passes(Boundary.LEASED, Set.of());
          return given;
        });
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    return call(() -> store.renew(lease));
  }

  @Override
  public CompletionStage<Void> release(Lease lease) {
    return call(
        () -> {
          if (process.passes(Boundary.RELEASES, Set.of())) {
            return store.release(lease);
          }
          return machine.isDead() ? never() : afterSleep(() -> store.release(lease));
        });
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    return call(() -> written(lease, batch));
  }

  private CompletionStage<Void> written(Lease lease, Batch batch) {
    List<Line> lines = Line.of(batch.entries());
    if (!passes(lines, true)) {
      return machine.isDead() ? never() : afterSleep(() -> append(lease, batch));
    }
    Trouble trouble = disk.writing(lines);
    if (trouble == Trouble.DISK_FULL) {
      process.troubled(lines, "disk-full");
      return CompletableFuture.failedFuture(new IOException("no space left"));
    }
    CompletionStage<Void> written = store.append(lease, batch);
    if (written.toCompletableFuture().isCompletedExceptionally()) {
      return written;
    }
    witness.written(process, lines);
    passes(lines, false);
    if (trouble == Trouble.FLUSH_FAILED) {
      process.troubled(lines, "flush-failed");
      return CompletableFuture.failedFuture(new IOException("the flush failed"));
    }
    return written;
  }

  private <T> CompletionStage<T> afterSleep(Supplier<CompletionStage<T>> call) {
    CompletableFuture<T> later = new CompletableFuture<>();
    machine.execute(
        () -> {
          var unused =
              call.get()
                  .whenComplete(
                      (value, failure) -> {
                        if (failure == null) {
                          later.complete(value);
                        } else {
                          later.completeExceptionally(failure);
                        }
                      });
        });
    return later;
  }

  private boolean passes(List<Line> lines, boolean before) {
    boolean on = true;
    for (Line.Kind kind : Line.Kind.values()) {
      Collection<String> changes = new LinkedHashSet<>();
      boolean any = false;
      for (Line line : lines) {
        if (line.kind() == kind) {
          any = true;
          changes.add(line.change());
        }
      }
      Optional<Boundary> boundary = boundary(kind, before);
      if (any && boundary.isPresent()) {
        on = process.passes(boundary.get(), changes) && on;
      }
    }
    if (!before && on) {
      on = process.passes(Boundary.BETWEEN_FLUSHES, Line.Kind.changes(lines));
    }
    return on;
  }

  private static Optional<Boundary> boundary(Line.Kind kind, boolean before) {
    return switch (kind) {
      case RUN_BEGAN -> Optional.of(before ? Boundary.RUN_BEGINS : Boundary.RUN_BEGUN);
      case BEGAN -> Optional.of(before ? Boundary.BEFORE_BEGIN : Boundary.BEGUN);
      case PROGRESSED -> before ? Optional.empty() : Optional.of(Boundary.PROGRESSED);
      case ENDED -> Optional.of(before ? Boundary.BEFORE_END : Boundary.ENDED);
      case RUN_ENDED -> Optional.of(before ? Boundary.RUN_ENDS : Boundary.RUN_ENDED);
    };
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    return call(
        () -> {
          witness.seen(snapshot.bytes());
          if (!process.passes(Boundary.COMPACTS, Set.of())) {
            return machine.isDead() ? never() : afterSleep(() -> compact(lease, snapshot));
          }
          CompletionStage<Void> compacted = store.compact(lease, snapshot);
          process.passes(Boundary.COMPACTED, Set.of());
          return compacted;
        });
  }

  @Override
  public CompletionStage<Log> load(Environment.Id environment, OptionalLong serial) {
    return call(() -> store.load(environment, serial));
  }

  @Override
  public CompletionStage<List<Environment.Id>> environments() {
    return call(store::environments);
  }

  @Override
  public CompletionStage<Optional<Bytes>> document(Environment.Id environment, String name) {
    return call(() -> store.document(environment, name));
  }

  @Override
  public CompletionStage<Bytes> createDocument(
      Environment.Id environment, String name, Bytes bytes) {
    witness.seen(bytes);
    return call(() -> store.createDocument(environment, name, bytes));
  }

  @Override
  public Optional<KeyService> keys() {
    return store.keys();
  }

  /** The store outlives the process. */
  @Override
  public void close() {}
}
