package dev.ashlar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Where a command reads and writes.
 *
 * @param out what it came to
 * @param err progress, events and questions
 * @param in answers
 * @param terminal whether a person sits there: colour, progress bars and questions need one
 */
record Console(PrintStream out, PrintStream err, BufferedReader in, boolean terminal) {

  /** Whether text may be coloured: not for a file, and not for somebody who says NO_COLOR. */
  boolean colour() {
    return terminal && System.getenv("NO_COLOR") == null;
  }

  /** Asks a question that is answered by yes; anything else is no. */
  boolean confirm(String question) {
    err.print(question + " [yes/no] ");
    err.flush();
    try {
      String answer = in.readLine();
      return answer != null && answer.trim().toLowerCase(Locale.ROOT).equals("yes");
    } catch (IOException e) {
      return false;
    }
  }
}
