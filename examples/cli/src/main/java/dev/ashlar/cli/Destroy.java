package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.plan.PlanMode;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Takes everything away. */
@CommandLine.Command(name = "destroy", description = "Delete everything of an environment.")
final class Destroy extends FileCommand {
  @Option(names = "--yes", description = "Delete without asking.")
  private boolean yes;

  @Override
  Report run(Workspace workspace) {
    return Applying.cannotAsk(this, yes)
        ? Applying.needsYes()
        : new Applying(this, yes).rounds(workspace, PlanMode.of(PlanMode.Purpose.DESTROY));
  }
}
