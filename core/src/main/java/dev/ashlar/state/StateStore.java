package dev.ashlar.state;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * Where states and journals live. A small SPI over bytes, with fencing: a lost lease can never
 * write. An object store with conditional puts can serve it. Safe for every thread; stages complete
 * on any thread and fail with an {@link java.io.IOException} where the store cannot be reached.
 *
 * @since 0.1
 */
public interface StateStore extends AutoCloseable {

  /**
   * Asks for the sole right to write to an environment's log.
   *
   * @return the lease, or who holds it
   */
  CompletionStage<Acquisition> acquire(AcquireRequest request);

  /** Prolongs a lease. Fails with {@link LeaseLostException} where another has it. */
  CompletionStage<Lease> renew(Lease lease);

  /** Gives a lease back. One that is lost already is no error. */
  CompletionStage<Void> release(Lease lease);

  /**
   * Appends a batch: all of it or nothing, durable when the stage completes. Fails with {@link
   * LeaseLostException} where another has the lease.
   */
  CompletionStage<Void> append(Lease lease, List<Bytes> entries);

  /**
   * Puts a snapshot in the place of all entries so far. The last 20 serials stay readable. Fails
   * with {@link LeaseLostException} where another has the lease.
   */
  CompletionStage<Void> compact(Lease lease, Snapshot snapshot);

  /** Reads an environment's log: at its end, or as it was at a serial. */
  CompletionStage<Log> load(Environment.Id environment, OptionalLong serial);

  /** The environments that have a log. */
  CompletionStage<List<Environment.Id>> environments();

  /** Lets go of what the store holds open. */
  @Override
  void close();

  /**
   * A wish to write.
   *
   * @param environment to which log
   * @param holder who, in words for a person: user, machine, process
   * @param length how long the lease lasts unless renewed
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
   * The sole right to write, for a time.
   *
   * @param environment to which log
   * @param epoch grows with each acquisition; a write with an older one is refused
   * @param until when it ends
   */
  record Lease(Environment.Id environment, long epoch, Instant until) {}

  /**
   * A whole state.
   *
   * @param serial its serial
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
