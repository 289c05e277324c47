package dev.ashlar.quickstart;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticText;
import dev.ashlar.drift.Drift;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Event;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanText;
import java.io.PrintStream;
import java.util.List;

/** Says what happens, in words that a newcomer follows. */
record Narrator(PrintStream out, boolean coloured) {

  void chapter(int number, String title) {
    out.println();
    out.println(bold(number + ". " + title));
  }

  void say(String sentence) {
    out.println("   " + sentence);
  }

  void show(Plan plan) {
    String text = (coloured ? PlanText.coloured() : PlanText.plain()).render(plan);
    text.lines().forEach(line -> out.println("   " + line));
  }

  void show(DriftReport report) {
    for (Drift drift : report.drifts()) {
      for (Drift.Difference difference : drift.differences()) {
        say(
            drift.address()
                + " (box "
                + drift.canvas().orElse("?")
                + "): "
                + difference.path()
                + " was applied as "
                + difference.applied()
                + " and is "
                + difference.actual()
                + " now");
      }
    }
  }

  void show(List<Diagnostic> diagnostics) {
    DiagnosticText text = coloured ? DiagnosticText.coloured() : DiagnosticText.plain();
    diagnostics.forEach(
        diagnostic -> text.render(diagnostic).lines().forEach(line -> out.println("   " + line)));
  }

  /** One line for each change that ends: a canvas would mark the box. */
  void follow(Event event) {
    if (event instanceof Event.Finished finished) {
      Change change = finished.change();
      say(
          String.format(
              "✓ %-12s %-12s %s",
              change.address(),
              change.action().text(),
              change.canvas().map(b -> "box " + b).orElse("")));
    } else if (event instanceof Event.Failed failed) {
      say("✗ " + failed.address());
      show(failed.diagnostics());
    }
  }

  private String bold(String text) {
    return coloured ? "\u001B[1m" + text + "\u001B[0m" : text;
  }
}
