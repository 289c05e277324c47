package dev.ashlar.connector;

import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mutation came to: done, or in progress with a token to resume from. Made by the factories
 * only.
 *
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public final class Result<O> {
  /** How far an operation is. */
  public enum State {
    /** The object is as asked for. */
    DONE,
    /** Accepted, and not done yet. */
    IN_PROGRESS,
    /** The object does not exist any more. */
    DELETED
  }

  private final State state;
  private final @Nullable String id;
  private final @Nullable O outputs;
  private final @Nullable String token;
  private final Duration delay;
  private final Bytes opaque;

  private Result(
      State state,
      @Nullable String id,
      @Nullable O outputs,
      @Nullable String token,
      Duration delay,
      Bytes opaque) {
    this.state = state;
    this.id = id;
    this.outputs = outputs;
    this.token = token;
    this.delay = delay;
    this.opaque = opaque;
  }

  /** The object is as asked for. */
  public static <O> Result<O> done(String id, O outputs) {
    return done(id, outputs, Bytes.EMPTY);
  }

  /** The object is as asked for; the bytes are kept, encrypted, with it. */
  public static <O> Result<O> done(String id, O outputs, Bytes opaque) {
    return new Result<>(
        State.DONE,
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(outputs, "outputs"),
        null,
        Duration.ZERO,
        opaque);
  }

  /** Accepted; ask again with the token after the delay. */
  public static <O> Result<O> inProgress(String token, Duration delay) {
    return new Result<>(
        State.IN_PROGRESS, null, null, Objects.requireNonNull(token), delay, Bytes.EMPTY);
  }

  /** Accepted, and the cloud has already named the object. */
  public static <O> Result<O> inProgress(String token, Duration delay, String id) {
    return new Result<>(
        State.IN_PROGRESS,
        Objects.requireNonNull(id, "id"),
        null,
        Objects.requireNonNull(token, "token"),
        delay,
        Bytes.EMPTY);
  }

  /** The object does not exist any more. */
  public static <O> Result<O> deleted() {
    return new Result<>(State.DELETED, null, null, null, Duration.ZERO, Bytes.EMPTY);
  }

  /** How far the operation is. */
  public State state() {
    return state;
  }

  /** The provider's identifier, as far as it is known. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** What the cloud gave, when done. */
  public Optional<O> outputs() {
    return Optional.ofNullable(outputs);
  }

  /** What to ask again with, while in progress. */
  public Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** When to ask again, while in progress. */
  public Duration delay() {
    return delay;
  }

  /** Bytes to keep with the object. */
  public Bytes opaque() {
    return opaque;
  }
}
