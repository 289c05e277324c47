package dev.ashlar.cli;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;

/** Ways to call the command line that it does not understand. */
final class Usage {
  private Usage() {}

  static Diagnostic problem(String code, String detail) {
    return Diagnostic.of(
        Code.error(
            "usage." + code,
            "The command cannot be run like this",
            "The command line is not understood, or lacks something. ashlar COMMAND --help shows"
                + " what a command takes."),
        detail);
  }
}
