package dev.ashlar.state.store.file;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateProblems;
import java.nio.file.Path;
import java.util.List;

/** What is said of files that cannot be used, naming them. */
final class Refusal {
  private Refusal() {}

  static DiagnosticsException damaged(Path file, String what) {
    return of(
        StateProblems.DAMAGED,
        "The file %s %s. It was left untouched. Restore its folder from a backup."
            .formatted(file, what));
  }

  static DiagnosticsException newer(Path file) {
    return of(
        StateProblems.NEWER_FORMAT,
        "The file %s was written by a later version of the engine. Use that version or a later one."
            .formatted(file));
  }

  static DiagnosticsException otherEnvironment(
      Path file, Environment.Id found, Environment.Id expected) {
    return of(
        StateProblems.WRONG_ENVIRONMENT,
        "The file %s is of the environment \"%s\" and lies in the folder of \"%s\"."
            .formatted(file, found, expected));
  }

  private static DiagnosticsException of(Code code, String detail) {
    return new DiagnosticsException(List.of(Diagnostic.of(code, detail)));
  }
}
