package dev.ashlar.state.journal;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What a store's failure means to a user. Exceptions are told by kind, never by their message. */
final class StoreFailure {
  private StoreFailure() {}

  /**
   * The diagnostics of a failure.
   *
   * @throws RuntimeException the failure itself where it is a mistake of a program
   */
  static List<Diagnostic> explain(Environment.Id environment, Throwable failure) {
    Throwable cause = unwrap(failure);
    if (cause instanceof DiagnosticsException known) {
      return known.diagnostics();
    }
    if (cause instanceof JournalException known) {
      return List.of(known.diagnostic());
    }
    if (cause instanceof StateStore.LeaseLostException) {
      return List.of(
          Diagnostic.of(
              StateProblems.LEASE_LOST,
              "This process lost the right to write to the environment \"%s\" to another. Nothing more is recorded here. Recover the environment, then plan again."
                  .formatted(environment)));
    }
    if (cause instanceof IOException) {
      return List.of(
          Diagnostic.of(
              StateProblems.STORE_UNREACHABLE,
              "The records of the environment \"%s\" could not be read or written: %s%s. Mend the cause, like a full disk, a missing permission or a lost connection, and try again."
                  .formatted(environment, cause.getClass().getSimpleName(), file(cause))));
    }
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    throw new CompletionException(cause);
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof UncheckedIOException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String file(Throwable cause) {
    return cause instanceof FileSystemException named && named.getFile() != null
        ? " at " + named.getFile()
        : "";
  }
}
