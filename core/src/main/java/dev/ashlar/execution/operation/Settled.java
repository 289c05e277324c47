package dev.ashlar.execution.operation;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** How an operation ended. */
public sealed interface Settled {

  /**
   * What was asked for is so.
   *
   * @param answer what the cloud gave
   */
  record Done(Answer answer) implements Settled {}

  /**
   * It failed, and what is left is known.
   *
   * @param failure why
   * @param id the object that exists in spite of it
   * @param diagnostics what is to be said of the connector
   */
  record Failed(Failure failure, Optional<String> id, List<Diagnostic> diagnostics)
      implements Settled {
    /** Copies the list. */
    public Failed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Nothing came of it, because the run was cancelled before a call of it was let through. */
  record Cancelled() implements Settled {}

  /**
   * Nobody knows whether it took effect.
   *
   * @param failure why
   * @param id the object, if the cloud has named one
   * @param diagnostics what is to be said of the connector
   */
  record InDoubt(Failure failure, Optional<String> id, List<Diagnostic> diagnostics)
      implements Settled {
    /** Copies the list. */
    public InDoubt {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
