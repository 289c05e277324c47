package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.problem.PlanProblems;
import java.util.List;

/** Says that everything waits, and for what. */
final class NoProgress {
  private NoProgress() {}

  static List<Diagnostic> problems(List<Change> deferred) {
    return deferred.stream()
        .map(
            change ->
                Diagnostic.of(
                        PlanProblems.NO_PROGRESS,
                        "\""
                            + change.address()
                            + "\" can only be planned later ("
                            + change.reason().kind().text()
                            + (change.reason().causes().isEmpty()
                                ? ""
                                : " for " + String.join(", ", change.reason().causes()))
                            + "), and nothing can be applied before that.")
                    .on(change.address())
                    .at(change.location().orElse(null))
                    .canvas(change.canvas().orElse(null)))
        .toList();
  }
}
