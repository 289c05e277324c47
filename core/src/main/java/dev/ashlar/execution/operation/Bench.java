package dev.ashlar.execution.operation;

import dev.ashlar.connector.Failure;
import dev.ashlar.execution.key.IdempotencyKey;
import dev.ashlar.observation.retry.Delays;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What all operations of a run are made with. Its stages complete on the run's logical thread.
 *
 * @param journal makes an entry durable
 * @param patience waits, and goes on on the run's logical thread
 * @param lineage the environment's lineage
 * @param serial the serial of the state that the plan starts from
 * @param leaseLeft how long the sole right to write still holds
 * @param cancelled completes when the run is cancelled
 * @param firstAttempt the number of the next attempt at a change: 1, unless it failed before
 */
public record Bench(
    Function<JournalEntry, CompletableFuture<Void>> journal,
    Patience patience,
    String lineage,
    long serial,
    Supplier<Duration> leaseLeft,
    CompletableFuture<Void> cancelled,
    ToIntFunction<String> firstAttempt) {

  /** Hears what an operation waits for. */
  public interface Watcher {
    /** The cloud works, and is asked again then. */
    void waiting(Instant until);

    /** A limit keeps the next call back until about then. */
    void limited(Instant until);

    /** A call is made again after the delay. */
    void retrying(int attempt, Duration delay, Failure failure);
  }

  /** Waits, and goes on on the run's logical thread. */
  public Delays delays() {
    return patience.delays();
  }

  Instant now() {
    return delays().time().now();
  }

  String key(ObjectId object, Operation operation, int attempt) {
    return IdempotencyKey.of(lineage, serial, object, operation, attempt);
  }
}
