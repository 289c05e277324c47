package dev.ashlar.cli;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.List;

/** Ways to call the command line that it does not understand, or cannot follow. */
final class Usage {
  private static final Code NOT_UNDERSTOOD =
      Code.error(
          "usage.not-understood",
          "The command cannot be run like this",
          "The command line is not understood, or lacks something. ashlar COMMAND --help shows"
              + " what a command takes.");

  private static final Code NOT_POSSIBLE =
      Code.error(
          "usage.not-possible",
          "What was asked for cannot be done",
          "The command line is understood, but what it names is not there, or is in the way.");

  private Usage() {}

  /** All kinds, for explanations. */
  static List<Code> codes() {
    return List.of(NOT_UNDERSTOOD, NOT_POSSIBLE, Failure.DIRECTORY, Failure.DEFECT);
  }

  static Diagnostic problem(String detail) {
    return Diagnostic.of(NOT_UNDERSTOOD, detail);
  }

  static Diagnostic refusal(String detail) {
    return Diagnostic.of(NOT_POSSIBLE, detail);
  }
}
