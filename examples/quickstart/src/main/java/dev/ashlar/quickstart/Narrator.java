package dev.ashlar.quickstart;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticText;
import dev.ashlar.drift.Drift;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanText;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Says what happens, in words that a newcomer follows. */
record Narrator(PrintStream out, boolean coloured) {

  void chapter(int number, String title) {
    out.println();
    out.println(bold(number + ". " + title));
  }

  void say(String sentence) {
    out.println(sentence.isEmpty() ? "" : "   " + sentence);
  }

  /** A plan with all that becomes of each resource. */
  void show(Plan plan) {
    text(plans().render(plan));
  }

  /** One change of a plan, with all that becomes of the resource. */
  void show(Change change) {
    text(plans().render(change));
  }

  /** A plan with a line for each resource: what is done, to what, and what it waits for. */
  void list(Plan plan) {
    for (Change change : plan.changes()) {
      String waits =
          change.dependsOn().stream()
              .flatMap(id -> plan.change(id).stream())
              .map(other -> other.address().toString())
              .sorted()
              .collect(Collectors.joining(", "));
      say(
          String.format(
                  "  %s %-12s %-22s %-8s %s",
                  change.action().symbol(),
                  change.address(),
                  change.type(),
                  change.canvas().orElse(""),
                  waits.isEmpty() ? "" : "after " + waits)
              .stripTrailing());
    }
    say("");
    say(bold(PlanText.summary(plan)));
  }

  void show(DriftReport report) {
    for (Drift drift : report.drifts()) {
      for (Drift.Difference difference : drift.differences()) {
        say(
            String.format(
                "  ! %s%s: %s was applied as %s and is %s now",
                drift.address(),
                drift.canvas().map(Narrator::box).orElse(""),
                difference.path(),
                difference.applied(),
                difference.actual()));
      }
    }
  }

  void show(List<Diagnostic> diagnostics) {
    DiagnosticText text = coloured ? DiagnosticText.coloured() : DiagnosticText.plain();
    diagnostics.forEach(diagnostic -> text(text.render(diagnostic)));
  }

  private PlanText plans() {
    return coloured ? PlanText.coloured() : PlanText.plain();
  }

  private void text(String lines) {
    lines.lines().forEach(this::say);
  }

  static String box(String id) {
    return " (box " + id + ")";
  }

  private String bold(String text) {
    return coloured ? "\u001B[1m" + text + "\u001B[0m" : text;
  }
}
