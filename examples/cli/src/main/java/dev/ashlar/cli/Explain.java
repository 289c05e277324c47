package dev.ashlar.cli;

import dev.ashlar.Ashlar;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Explains a problem by its code, or one change of a plan that was written before. */
@CommandLine.Command(
    name = "explain",
    description = "Explain a problem's CODE, or one CHANGE of a plan.")
final class Explain extends Command {
  @Parameters(
      index = "0",
      paramLabel = "CODE|P.json",
      description = "A code like blueprint.unknown-key, or a plan that --out wrote.")
  private @Nullable String subject;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CHANGE",
      description = "A change's id like uploads#1/create, or its address.")
  private @Nullable String change;

  @Override
  Report run() {
    String named = String.valueOf(subject);
    if (change != null) {
      return change(Path.of(named), change);
    }
    return PlanFile.is(Path.of(named))
        ? Report.usage("Which change of the plan? Say its id or its address.")
        : code(named);
  }

  private static Report code(String id) {
    List<Code> all = new ArrayList<>(Ashlar.codes());
    all.addAll(Usage.codes());
    Optional<Code> found = all.stream().filter(code -> code.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return Report.refused(
          "There is no problem with the code "
              + id
              + "."
              + meant(id, all.stream().map(Code::id).toList()));
    }
    Code code = found.get();
    String severity = code.severity().name().toLowerCase(Locale.ROOT);
    return Report.of(
        Exit.DONE,
        out -> {
          out.writeStartObject();
          out.writeStringField("code", code.id());
          out.writeStringField("severity", severity);
          out.writeStringField("summary", code.summary());
          out.writeStringField("explanation", code.explanation());
          out.writeEndObject();
        },
        code.id()
            + " ("
            + severity
            + "): "
            + code.summary()
            + "\n\n"
            + Paragraph.wrapped(code.explanation(), "  ")
            + "\n");
  }

  private static Report change(Path file, String name) {
    Checked<Plan> read = Plan.read(Source.file(file));
    if (read.value().isEmpty()) {
      return Report.failed(read.diagnostics());
    }
    Plan plan = read.value().get();
    List<Change> found =
        plan.changes().stream()
            .filter(each -> each.id().equals(name) || each.address().toString().equals(name))
            .toList();
    Report report =
        found.isEmpty()
            ? Report.refused(
                "The plan has no change "
                    + name
                    + "."
                    + meant(name, plan.changes().stream().map(Change::id).toList()))
            : ChangeText.report(found);
    return report.in(plan.environment()).at(plan.serial());
  }

  private static String meant(String written, List<String> known) {
    return Suggestion.closest(written, known).map(near -> " Did you mean " + near + "?").orElse("");
  }
}
