package dev.ashlar.connector;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation failed, whether a retry is safe, and whether the outcome is known.
 *
 * @since 0.1
 */
public final class Failure {
  /** The kinds of failure. More may come: ask the questions, do not list the constants. */
  public enum Kind {
    /** Too many calls; nothing happened. */
    THROTTLED(true, true),
    /** The cloud could not, just now; nothing happened. */
    TEMPORARY(true, true),
    /** Somebody else changed the object, or it is in use. */
    CONFLICT(false, true),
    /** There is no such object. */
    NOT_FOUND(false, true),
    /** There is such an object, and it is somebody else's. */
    ALREADY_EXISTS(false, true),
    /** There are no credentials, or they are not accepted. */
    UNAUTHENTICATED(false, true),
    /** The credentials do not allow it. */
    DENIED(false, true),
    /** The cloud refuses these values. */
    INVALID(false, true),
    /** There are too many such objects already. */
    QUOTA(false, true),
    /** The cloud does not change this in place: the object must be replaced. */
    NEEDS_REPLACEMENT(false, true),
    /** Nobody can say whether it happened. */
    IN_DOUBT(false, false),
    /** The connector broke its contract: its answer cannot be used. */
    BROKEN(false, false);

    private final boolean retrySafe;
    private final boolean outcomeKnown;

    Kind(boolean retrySafe, boolean outcomeKnown) {
      this.retrySafe = retrySafe;
      this.outcomeKnown = outcomeKnown;
    }

    /** Whether the same call may be made again as it is. */
    public boolean retrySafe() {
      return retrySafe;
    }

    /** Whether it is certain that nothing happened. */
    public boolean outcomeKnown() {
      return outcomeKnown;
    }
  }

  private final Kind kind;
  private final String detail;
  private final @Nullable Duration retryAfter;
  private final @Nullable String id;
  private final @Nullable String permission;
  private final @Nullable Throwable cause;

  private Failure(
      Kind kind,
      String detail,
      @Nullable Duration retryAfter,
      @Nullable String id,
      @Nullable String permission,
      @Nullable Throwable cause) {
    this.kind = kind;
    this.detail = Objects.requireNonNull(detail, "detail");
    this.retryAfter = retryAfter;
    this.id = id;
    this.permission = permission;
    this.cause = cause;
  }

  private static Failure of(Kind kind, String detail) {
    return new Failure(kind, detail, null, null, null, null);
  }

  /** Too many calls; nothing happened. */
  public static Failure throttled(Duration retryAfter) {
    return new Failure(
        Kind.THROTTLED, "the cloud asks for fewer calls", retryAfter, null, null, null);
  }

  /** The cloud could not, just now; nothing happened. */
  public static Failure temporary(String detail) {
    return of(Kind.TEMPORARY, detail);
  }

  /** Somebody else changed the object, or it is in use. */
  public static Failure conflict(String detail) {
    return of(Kind.CONFLICT, detail);
  }

  /** There is no such object. */
  public static Failure notFound(String detail) {
    return of(Kind.NOT_FOUND, detail);
  }

  /** There is such an object, and it is somebody else's. */
  public static Failure alreadyExists(String detail) {
    return of(Kind.ALREADY_EXISTS, detail);
  }

  /**
   * There are no credentials, or they are not accepted: what to do about it stands in the detail.
   */
  public static Failure unauthenticated(String detail) {
    return of(Kind.UNAUTHENTICATED, detail);
  }

  /** The credentials do not allow it. */
  public static Failure denied(String permission, String detail) {
    return new Failure(
        Kind.DENIED, detail, null, null, Objects.requireNonNull(permission, "permission"), null);
  }

  /** The cloud refuses these values. */
  public static Failure invalid(String detail) {
    return of(Kind.INVALID, detail);
  }

  /** There are too many such objects already. */
  public static Failure quota(String detail) {
    return of(Kind.QUOTA, detail);
  }

  /** The cloud does not change this in place. */
  public static Failure needsReplacement(String detail) {
    return of(Kind.NEEDS_REPLACEMENT, detail);
  }

  /**
   * Nobody can say whether it happened. The engine looks before it does anything. Of what was
   * thrown only the class is ever shown: its message may hold a secret.
   */
  public static Failure inDoubt(Throwable thrown) {
    return new Failure(
        Kind.IN_DOUBT,
        "the call ended with " + thrown.getClass().getName(),
        null,
        null,
        null,
        thrown);
  }

  /** Nobody can say whether it happened: so it is when there was no answer. */
  public static Failure inDoubt(String detail) {
    return of(Kind.IN_DOUBT, detail);
  }

  /**
   * The connector broke its contract. For the engine: a connector that knows that it is broken has
   * better things to say.
   */
  public static Failure broken(String detail) {
    return of(Kind.BROKEN, detail);
  }

  /** The same failure; and the cloud has named an object all the same. */
  public Failure withId(String identifier) {
    return new Failure(kind, detail, retryAfter, identifier, permission, cause);
  }

  /** The same failure, not to be retried earlier. */
  public Failure withRetryAfter(Duration delay) {
    return new Failure(kind, detail, delay, id, permission, cause);
  }

  /** What kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** What happened, in words for a person; without secrets. */
  public String detail() {
    return detail;
  }

  /** When to retry at the earliest. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The identifier of an object that exists in spite of the failure. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** The permission that is missing. */
  public Optional<String> permission() {
    return Optional.ofNullable(permission);
  }

  /** What a connector completes a stage with, to fail on purpose. */
  public OperationFailedException toException() {
    return new OperationFailedException(this, cause);
  }

  @Override
  public String toString() {
    return kind + ": " + detail;
  }
}
