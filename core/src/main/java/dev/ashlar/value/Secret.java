package dev.ashlar.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Java value that nothing prints. In a record, the type alone marks the property as sensitive.
 *
 * @param <T> the type of what is hidden
 * @since 0.1
 */
public final class Secret<T> {
  private final @Nullable T content;

  private Secret(@Nullable T content) {
    this.content = content;
  }

  /** Hides a value. */
  public static <T> Secret<T> of(T content) {
    return new Secret<>(Objects.requireNonNull(content, "content"));
  }

  /** What a read answers for a write-only property: there is a value, and it cannot be had. */
  public static <T> Secret<T> withheld() {
    return new Secret<>(null);
  }

  /** Whether the value cannot be had. */
  public boolean isWithheld() {
    return content == null;
  }

  /**
   * The value in clear.
   *
   * @throws IllegalStateException if it is withheld
   */
  public T reveal() {
    if (content == null) {
      throw new IllegalStateException("the secret is withheld");
    }
    return content;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret<?> secret && Objects.equals(content, secret.content);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(content);
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
