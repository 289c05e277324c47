package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.value.Value;
import java.util.stream.Collectors;

/** A plan as lines for golden files: everything that it decides, and nothing that is always so. */
final class PlanPicture {
  private final StringBuilder text = new StringBuilder();

  private PlanPicture() {}

  static String of(Plan plan) {
    PlanPicture picture = new PlanPicture();
    String counts =
        plan.summary().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().text())
            .collect(Collectors.joining(", "));
    picture.line(0, counts.isEmpty() ? "nothing" : counts);
    plan.changes().forEach(picture::change);
    plan.outputs().forEach(picture::output);
    plan.diagnostics().forEach(picture::diagnostic);
    return picture.text.toString();
  }

  private void line(int indent, String line) {
    text.append("  ".repeat(indent)).append(line).append('\n');
  }

  private void change(Change change) {
    line(
        0,
        change.action().symbol()
            + " "
            + change.id()
            + change.order().map(order -> " (" + order.text() + ")").orElse("")
            + ": "
            + reason(change.reason())
            + ", "
            + change.risk().text());
    change.from().ifPresent(from -> line(1, "from " + from));
    change.attributes().forEach(this::attribute);
    if (!change.replacePaths().isEmpty()) {
      line(
          1,
          "replaced if different: "
              + change.replacePaths().stream().sorted().map(Object::toString).toList());
    }
    if (!change.dependsOn().isEmpty()) {
      line(1, "after " + String.join(", ", change.dependsOn()));
    }
    line(1, "undone by " + compensation(change.compensation()));
  }

  private static String reason(Reason reason) {
    String paths = reason.paths().isEmpty() ? "" : " " + reason.paths();
    String causes = reason.causes().isEmpty() ? "" : " " + reason.causes();
    return reason.kind().text() + paths + causes;
  }

  private static String compensation(Compensation compensation) {
    if (compensation instanceof Compensation.Undo undo) {
      return undo.action().text() + (undo.caveat().isEmpty() ? "" : "; " + undo.caveat());
    }
    return "nothing: " + ((Compensation.None) compensation).why();
  }

  private void attribute(AttributeChange attribute) {
    line(
        1,
        attribute.path()
            + ": "
            + value(attribute.before())
            + " -> "
            + value(attribute.after())
            + (attribute.requiresReplace() ? " (needs a new object)" : "")
            + attribute.expression().map(e -> " = " + e).orElse("")
            + attribute.location().map(at -> " at " + at.line() + ":" + at.column()).orElse(""));
  }

  private static String value(Value value) {
    return value instanceof Value.TextValue text ? '"' + text.text() + '"' : value.toString();
  }

  private void output(String name, OutputChange output) {
    if (output.changed()) {
      line(0, "output " + name + ": " + value(output.before()) + " -> " + value(output.after()));
    }
  }

  private void diagnostic(Diagnostic diagnostic) {
    line(
        0,
        diagnostic.toString()
            + diagnostic.address().map(address -> " on " + address).orElse("")
            + diagnostic.canvas().map(canvas -> " canvas " + canvas).orElse(""));
  }
}
