package dev.ashlar.state;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.store.MemoryStore;
import dev.ashlar.state.store.file.DirectoryStore;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Where states and journals live. A small SPI over bytes, with fencing: a lost lease can never
 * write. An object store with conditional puts can serve it. Safe for every thread; no method
 * blocks the caller, stages complete on any thread. They fail with an {@link java.io.IOException}
 * where the store cannot be reached, and with a {@link dev.ashlar.diagnostic.DiagnosticsException}
 * where what is stored cannot be used: altered, truncated, of a newer format, or a serial that is
 * no longer kept. What cannot be used is left untouched.
 *
 * @since 0.1
 */
public interface StateStore extends AutoCloseable {
  /** How many serials, counted back from the last, stay readable. */
  int KEPT_SERIALS = 20;

  /**
   * States in a directory of this machine, made where it is not there. Several processes may use it
   * at once; a lease of a process that died is taken over at once. {@link #close} gives leases back
   * and ends the few threads that wait for the disk.
   */
  static StateStore directory(Path directory) {
    return DirectoryStore.at(directory, InstantSource.system());
  }

  /** The same, waiting for the disk on threads of an executor, which is left running. */
  static StateStore directory(Path directory, Executor blocking) {
    return DirectoryStore.at(directory, InstantSource.system(), blocking);
  }

  /**
   * States in memory, for tests and for what need not outlive the process. Conditional as an object
   * store is; every call completes at once.
   */
  static StateStore inMemory() {
    return inMemory(InstantSource.system());
  }

  /** The same, with leases that end by another clock. */
  static StateStore inMemory(InstantSource clock) {
    return new MemoryStore(clock);
  }

  /**
   * Asks for the sole right to write to an environment's log.
   *
   * @return the lease, or who holds it
   */
  CompletionStage<Acquisition> acquire(AcquireRequest request);

  /**
   * Who has the lease at this moment: takes nothing and writes nothing.
   *
   * @return empty where nobody has it, or where the store cannot tell without being asked for it
   */
  default CompletionStage<Optional<Holder>> holder(Environment.Id environment) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** Prolongs a lease. Fails with {@link LeaseLostException} where another has it. */
  CompletionStage<Lease> renew(Lease lease);

  /** Gives a lease back. One that is lost already is no error. */
  CompletionStage<Void> release(Lease lease);

  /**
   * Appends a batch: all of it or nothing, durable when the stage completes. Fails with {@link
   * LeaseLostException} where another has the lease.
   */
  CompletionStage<Void> append(Lease lease, Batch batch);

  /**
   * Puts a snapshot in the place of all entries so far. What the last {@link #KEPT_SERIALS} serials
   * need stays readable. Fails with {@link LeaseLostException} where another has the lease.
   */
  CompletionStage<Void> compact(Lease lease, Snapshot snapshot);

  /**
   * Reads an environment's log: at its end, or as it was when the run of a serial had ended. Needs
   * no lease; sees whole batches only. One that was never written to is empty.
   */
  CompletionStage<Log> load(Environment.Id environment, OptionalLong serial);

  /** The environments that have a log with something in it, in their natural order. */
  CompletionStage<List<Environment.Id>> environments();

  /**
   * Reads a small document that belongs to an environment and not to its log.
   *
   * @return empty where there is none of the name
   */
  CompletionStage<Optional<Bytes>> document(Environment.Id environment, String name);

  /**
   * Makes a small document, durably, unless there is one of the name already. Needs no lease: of
   * two that do it at once, one wins.
   *
   * @return the document that is there afterwards, the given one or the other's
   */
  CompletionStage<Bytes> createDocument(Environment.Id environment, String name, Bytes bytes);

  /**
   * Puts another content in the place of a small document, or makes it; durable, in one step, and
   * the former content is gone. For who has the lease: fails with {@link LeaseLostException} where
   * another has it. A store that does not say how cannot have its keys changed.
   */
  default CompletionStage<Void> replaceDocument(Lease lease, String name, Bytes bytes) {
    return CompletableFuture.failedFuture(
        new IOException("this store replaces no documents: it does not implement that"));
  }

  /**
   * What wraps the keys of secrets where the engine is given nothing else: a store that lasts keeps
   * its key beside the states.
   */
  default Optional<KeyService> keys() {
    return Optional.empty();
  }

  /**
   * A directory of this machine that belongs to the store, in which other records can lie beside
   * the states: the audit log does, where the engine is given no other place.
   */
  default Optional<Home> home() {
    return Optional.empty();
  }

  /** Lets go of what the store holds open. */
  @Override
  void close();

  /**
   * A directory of a store.
   *
   * @param directory where it is
   * @param blocking where to wait for the disk
   */
  record Home(Path directory, Executor blocking) {}

  /**
   * A wish to write.
   *
   * @param environment to which log
   * @param holder who, in words for a person: user, machine, process
   * @param length how long the lease lasts unless renewed, and how long each renewal lasts
   */
  record AcquireRequest(Environment.Id environment, String holder, Duration length) {}

  /**
   * The answer to a wish to write.
   *
   * @param lease the lease, if it was given
   * @param holder who has it otherwise
   * @param until when the other's lease ends at the latest
   */
  record Acquisition(Optional<Lease> lease, String holder, Instant until) {}

  /**
   * Who has a lease.
   *
   * @param name who, in words for a person
   * @param until when the lease ends at the latest, unless renewed
   */
  record Holder(String name, Instant until) {}

  /**
   * The sole right to write, for a time.
   *
   * @param environment to which log
   * @param epoch grows with each acquisition; a write with an older one is refused
   * @param until when it ends
   */
  record Lease(Environment.Id environment, long epoch, Instant until) {}

  /**
   * Entries that are appended together.
   *
   * @param serial the serial of the run that they belong to; never less than that of the batch
   *     before
   * @param entries the entries, in order
   */
  record Batch(long serial, List<Bytes> entries) {
    /** Copies the list. */
    public Batch {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A whole state.
   *
   * @param serial its serial; the run of that serial may still be under way
   * @param bytes its text
   */
  record Snapshot(long serial, Bytes bytes) {}

  /**
   * A log as read.
   *
   * @param snapshot what it begins with
   * @param entries what came after, in order
   */
  record Log(Optional<Snapshot> snapshot, List<Bytes> entries) {
    /** Copies the list. */
    public Log {
      entries = List.copyOf(entries);
    }
  }

  /** Another holds the lease now. */
  final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says who. */
    public LeaseLostException(String message) {
      super(message);
    }
  }
}
