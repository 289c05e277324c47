package dev.ashlar.cli;

import dev.ashlar.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/** How a command ended: the word in documents and the exit code. */
enum Exit {
  DONE("done", 0),
  FAILED("failed", 1),
  CHANGES("changes", 2),
  DRIFT("drift", 2),
  DEFERRED("deferred", 2),
  DENIED("denied", 3),
  NEEDS_DECISION("needs-decision", 4),
  ROLLED_BACK("rolled-back", 5),
  USAGE("usage", 64),
  CANCELLED("cancelled", 130);

  private final String outcome;
  private final int code;

  Exit(String outcome, int code) {
    this.outcome = outcome;
    this.code = code;
  }

  /** How a command ends that was refused: whoever forbids it has an exit of their own. */
  static Exit of(List<Diagnostic> problems) {
    return problems.stream().anyMatch(Exit::isForbidden) ? DENIED : FAILED;
  }

  private static boolean isForbidden(Diagnostic problem) {
    return problem.isError()
        && Stream.of("policy.", "approval.", "access.").anyMatch(problem.code()::startsWith);
  }

  String outcome() {
    return outcome;
  }

  int code() {
    return code;
  }
}
