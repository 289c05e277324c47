package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what would change. */
@CommandLine.Command(name = "plan", description = "Show what would change, and why.")
final class PlanCommand extends FileCommand {
  @Mixin private Planning planning = new Planning();

  @ArgGroup private Purposes purposes = new Purposes();

  @Option(
      names = "--to",
      paramLabel = "SERIAL",
      description = "With --rollback: back to the state of this serial.")
  private @Nullable Long serial;

  @Option(names = "--out", paramLabel = "P.json", description = "Write the plan to a file.")
  private @Nullable Path file;

  /** What to plan for: one of these, or none. */
  static final class Purposes {
    @Option(names = "--destroy", description = "Plan to delete everything.")
    private boolean destroy;

    @Option(names = "--repair", description = "Plan to correct drift only.")
    private boolean repair;

    @Option(names = "--accept", description = "Plan to record drift as wanted.")
    private boolean accept;

    @Option(names = "--rollback", description = "Plan to undo the last run that changed something.")
    private boolean rollback;

    PlanMode.Purpose purpose() {
      if (destroy) {
        return PlanMode.Purpose.DESTROY;
      }
      if (repair) {
        return PlanMode.Purpose.REPAIR;
      }
      if (rollback) {
        return PlanMode.Purpose.ROLLBACK;
      }
      return accept ? PlanMode.Purpose.ACCEPT : PlanMode.Purpose.APPLY;
    }
  }

  @Override
  Checked<Environment> read(Workbench bench) {
    return bench.draft(file());
  }

  @Override
  Report run(Workspace workspace) {
    if (serial != null && !purposes.rollback) {
      return Report.usage("--to says where a rollback leads: say plan --rollback --to SERIAL.");
    }
    List<String> misread = new ArrayList<>();
    PlanMode mode = planning.mode(purposes.purpose(), misread);
    if (!misread.isEmpty()) {
      return Report.usage(String.join(" ", misread));
    }
    Plan plan = workspace.plan(serial == null ? mode : mode.to(serial)).join();
    Exit exit = Planning.exit(plan);
    Report report =
        Report.of(
                exit,
                plan.hasErrors() ? Json.NOTHING : out -> out.writeRawValue(plan.toJson()),
                plan.hasErrors() ? "" : rendered(plan))
            .at(plan.serial())
            .and(plan.diagnostics())
            .telling(PolicyReport.of(plan).verdicts());
    return file == null || plan.hasErrors() ? report : written(report, plan, file);
  }

  private String rendered(Plan plan) {
    Plan silent = plan.toBuilder().diagnostics(List.of()).build();
    return (console().colour() ? PlanText.coloured() : PlanText.plain()).render(silent);
  }

  private static Report written(Report report, Plan plan, Path file) {
    try {
      try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
        plan.writeJson(to);
      }
      return report;
    } catch (IOException e) {
      return Report.refused("The plan cannot be written to " + file + ".");
    }
  }
}
