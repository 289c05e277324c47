package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes it so. */
@CommandLine.Command(
    name = "apply",
    description = "Plan, show, ask and apply; or apply a plan that was written before.")
final class Apply extends FileCommand {
  @Mixin private Planning planning = new Planning();

  @Option(names = "--yes", description = "Apply without asking.")
  private boolean yes;

  @Override
  Report run(Workbench bench) {
    if (!PlanFile.is(file())) {
      return super.run(bench);
    }
    if (Applying.cannotAsk(this, yes)) {
      return Applying.needsYes();
    }
    Checked<Plan> read = Plan.read(Source.file(file()));
    if (read.value().isEmpty()) {
      return Report.failed(read.diagnostics());
    }
    Plan plan = read.value().get();
    return new Applying(this, yes)
        .round(bench.open(plan, options().user()), plan)
        .in(plan.environment());
  }

  @Override
  Report run(Workspace workspace) {
    List<String> misread = new ArrayList<>();
    PlanMode mode = planning.mode(PlanMode.Purpose.APPLY, misread);
    if (!misread.isEmpty()) {
      return Report.usage(String.join(" ", misread));
    }
    return Applying.cannotAsk(this, yes)
        ? Applying.needsYes()
        : new Applying(this, yes).rounds(workspace, mode);
  }
}
