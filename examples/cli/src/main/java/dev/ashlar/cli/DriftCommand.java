package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.Workspace;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.drift.DocumentEdit;
import dev.ashlar.drift.Drift;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Shows what was changed behind the engine's back, and corrects or accepts it. */
@CommandLine.Command(
    name = "drift",
    description = "Show what differs from what was applied; repair or accept it.")
final class DriftCommand extends FileCommand {
  @ArgGroup private Remedies remedies = new Remedies();

  @Option(names = "--yes", description = "Repair or accept without asking.")
  private boolean yes;

  /** What to do about it: one of these, or none. */
  static final class Remedies {
    @Option(names = "--repair", description = "Make it as it was applied.")
    private boolean repair;

    @Option(names = "--accept", description = "Record it as wanted.")
    private boolean accept;
  }

  @Override
  Report run(Workspace workspace) {
    if (remedies.repair || remedies.accept) {
      PlanMode.Purpose purpose =
          remedies.repair ? PlanMode.Purpose.REPAIR : PlanMode.Purpose.ACCEPT;
      if (Applying.cannotAsk(this, yes)) {
        return Applying.needsYes();
      }
      List<DocumentEdit> edits = remedies.accept ? workspace.drift().join().edits() : List.of();
      Report done = new Applying(this, yes).rounds(workspace, PlanMode.of(purpose));
      return edits.isEmpty() ? done : done.saying(EditText.of(edits));
    }
    DriftReport report = workspace.drift().join();
    boolean failed = report.diagnostics().stream().anyMatch(Diagnostic::isError);
    Exit exit = report.drifts().isEmpty() ? Exit.DONE : Exit.DRIFT;
    return Report.of(failed ? Exit.FAILED : exit, out -> json(out, report), text(report))
        .at(workspace.state().join().value().map(State::serial).orElse(0L))
        .and(report.diagnostics());
  }

  private static String text(DriftReport report) {
    if (report.drifts().isEmpty()) {
      return report.isEmpty() ? "Everything is as it was applied.\n" : "";
    }
    StringBuilder text = new StringBuilder();
    for (Drift drift : report.drifts()) {
      text.append("  ").append(drift.address()).append("  ").append(drift.type());
      drift.canvas().ifPresent(node -> text.append("  (canvas ").append(node).append(')'));
      text.append(drift.observed() ? "  (only observed)" : "");
      text.append(drift.missing() ? "  is gone\n" : "\n");
      for (Drift.Difference difference : drift.differences()) {
        text.append("     ")
            .append(difference.path())
            .append(": applied ")
            .append(shown(difference.applied(), difference.sensitive()))
            .append(", now ")
            .append(shown(difference.actual(), difference.sensitive()));
        difference
            .declared()
            .filter(declared -> !declared.equals(difference.applied()))
            .ifPresent(
                declared ->
                    text.append(", declared ").append(shown(declared, difference.sensitive())));
        difference.location().ifPresent(at -> text.append(", declared at ").append(at));
        text.append('\n');
      }
    }
    return text.append(report.drifts().size())
        .append(" differ. --repair makes them as applied, --accept records them as wanted.\n")
        .toString();
  }

  private static String shown(Value value, boolean sensitive) {
    return sensitive ? "(secret)" : value.toString();
  }

  private static void json(JsonGenerator out, DriftReport report) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("drifts");
    for (Drift drift : report.drifts()) {
      out.writeStartObject();
      out.writeStringField("address", drift.address().toString());
      out.writeStringField("type", drift.type());
      out.writeBooleanField("missing", drift.missing());
      out.writeBooleanField("observed", drift.observed());
      out.writeArrayFieldStart("differences");
      for (Drift.Difference difference : drift.differences()) {
        out.writeStartObject();
        out.writeStringField("path", difference.path().toPointer());
        out.writeFieldName("applied");
        JsonText.value(out, difference.applied());
        out.writeFieldName("actual");
        JsonText.value(out, difference.actual());
        if (difference.declared().isPresent()) {
          out.writeFieldName("declared");
          JsonText.value(out, difference.declared().get());
        }
        out.writeBooleanField("sensitive", difference.sensitive());
        JsonText.location(out, "location", difference.location().orElse(null));
        out.writeEndObject();
      }
      out.writeEndArray();
      JsonText.location(out, "location", drift.location().orElse(null));
      JsonText.text(out, "canvas", drift.canvas().orElse(null));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("edits");
    for (DocumentEdit edit : report.edits()) {
      out.writeStartObject();
      out.writeStringField("address", edit.address().toString());
      out.writeStringField("path", edit.path().toPointer());
      JsonText.location(out, "location", edit.location());
      JsonText.text(out, "value", edit.value().orElse(null));
      JsonText.text(out, "byHand", edit.byHand().orElse(null));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
