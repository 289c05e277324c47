package dev.ashlar.connector;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a read saw: the resource as it is (write-only components withheld), or nothing.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public final class Reading<S, O> {
  private final @Nullable String id;
  private final @Nullable S spec;
  private final @Nullable O outputs;
  private final @Nullable String version;

  private Reading(
      @Nullable String id, @Nullable S spec, @Nullable O outputs, @Nullable String version) {
    this.id = id;
    this.spec = spec;
    this.outputs = outputs;
    this.version = version;
  }

  /** The resource as it is. */
  public static <S, O> Reading<S, O> found(String id, S spec, O outputs) {
    return new Reading<>(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(spec, "spec"),
        Objects.requireNonNull(outputs, "outputs"),
        null);
  }

  /** The resource as it is, and a version (an ETag) that guards the next write. */
  public static <S, O> Reading<S, O> found(String id, S spec, O outputs, String version) {
    return new Reading<>(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(spec, "spec"),
        Objects.requireNonNull(outputs, "outputs"),
        Objects.requireNonNull(version, "version"));
  }

  /** There is no such resource. */
  public static <S, O> Reading<S, O> absent() {
    return new Reading<>(null, null, null, null);
  }

  /** Whether there is such a resource. */
  public boolean isFound() {
    return id != null;
  }

  /** The provider's identifier. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** What is set. */
  public Optional<S> spec() {
    return Optional.ofNullable(spec);
  }

  /** What the cloud gives. */
  public Optional<O> outputs() {
    return Optional.ofNullable(outputs);
  }

  /** The version that was seen. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }
}
