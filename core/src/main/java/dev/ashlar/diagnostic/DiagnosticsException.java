package dev.ashlar.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown where a caller asked for a value or nothing: carries every diagnostic.
 *
 * @since 0.1
 */
public final class DiagnosticsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** Carries these diagnostics. */
  public DiagnosticsException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .map(Diagnostic::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Every problem and warning, in the order of the source. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
