package dev.ashlar.cli;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What no command foresaw, without anybody else's words: those may hold a secret. */
final class Failure {
  static final Code DIRECTORY =
      Code.error(
          "usage.state-directory",
          "The state directory cannot be used",
          "The records of all environments lie in the directory that --state names. It is made"
              + " where it is missing; it has to be a directory that can be read and written.");

  static final Code DEFECT =
      Code.error(
          "usage.defect",
          "The engine failed",
          "Something happened that nobody foresaw. What was applied before is recorded: plan again"
              + " to see how things are.");

  private Failure() {}

  static Report report(RuntimeException thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof DiagnosticsException told) {
      return Report.failed(told.diagnostics());
    }
    Throwable inner = cause.getCause();
    if (cause instanceof IOException
        || cause instanceof UncheckedIOException
        || inner instanceof IOException) {
      return one(DIRECTORY, "It could not be read or written. Look whose it is, and what it is.");
    }
    return one(
        DEFECT,
        "This is a defect of Ashlar ("
            + cause.getClass().getSimpleName()
            + "). What was done before is recorded: plan again.");
  }

  private static Report one(Code code, String detail) {
    return Report.failed(List.of(Diagnostic.of(code, detail)));
  }
}
