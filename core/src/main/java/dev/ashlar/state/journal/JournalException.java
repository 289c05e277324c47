package dev.ashlar.state.journal;

import dev.ashlar.diagnostic.Diagnostic;

/** Entries could not be made durable: the disk is full, the lease is lost. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** Carries what to tell the user. */
  public JournalException(Diagnostic diagnostic) {
    super(diagnostic.toString());
    this.diagnostic = diagnostic;
  }

  /** What to tell the user. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
