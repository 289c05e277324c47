package dev.ashlar.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading something: the value when it is sound, and every diagnostic at once. All or
 * nothing: with an error among the diagnostics there is no value.
 *
 * @param <T> the type of the value
 * @since 0.1
 */
public final class Checked<T> {
  private final @Nullable T value;
  private final List<Diagnostic> diagnostics;

  private Checked(@Nullable T value, List<Diagnostic> diagnostics) {
    this.value = value;
    this.diagnostics = diagnostics;
  }

  /** A value without a word to say about it. */
  public static <T> Checked<T> of(T value) {
    return new Checked<>(value, List.of());
  }

  /** A value and what was noticed; the value is dropped where an error is among it. */
  public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
    List<Diagnostic> all = List.copyOf(diagnostics);
    return new Checked<>(all.stream().anyMatch(Diagnostic::isError) ? null : value, all);
  }

  /**
   * No value, and why.
   *
   * @throws IllegalArgumentException if there is no error among the diagnostics
   */
  public static <T> Checked<T> refused(List<Diagnostic> diagnostics) {
    List<Diagnostic> all = List.copyOf(diagnostics);
    if (all.stream().noneMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("a refusal has an error that says why");
    }
    return new Checked<>(null, all);
  }

  /** The value, if it is sound. */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** Every problem and warning, in the order of the source. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether there is a value. */
  public boolean isSound() {
    return value != null;
  }

  /** The same with the value replaced by what the function makes of it. */
  public <R> Checked<R> map(Function<? super T, ? extends R> function) {
    return new Checked<>(value == null ? null : function.apply(value), diagnostics);
  }

  /**
   * The value; for scripts.
   *
   * @throws DiagnosticsException if there is none
   */
  public T orThrow() {
    if (value == null) {
      throw new DiagnosticsException(diagnostics);
    }
    return value;
  }
}
