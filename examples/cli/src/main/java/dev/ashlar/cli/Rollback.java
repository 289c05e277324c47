package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.plan.PlanMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Undoes what was applied. */
@CommandLine.Command(
    name = "rollback",
    description = "Undo the last run that changed something, or go back to an earlier serial.")
final class Rollback extends FileCommand {
  @Mixin private Planning planning = new Planning();

  @Option(names = "--to", paramLabel = "SERIAL", description = "Back to the state of this serial.")
  private @Nullable Long serial;

  @Option(names = "--yes", description = "Roll back without asking.")
  private boolean yes;

  @Override
  Report run(Workspace workspace) {
    List<String> misread = new ArrayList<>();
    PlanMode mode = planning.mode(PlanMode.Purpose.ROLLBACK, misread);
    if (!misread.isEmpty()) {
      return Report.usage(String.join(" ", misread));
    }
    return Applying.cannotAsk(this, yes)
        ? Applying.needsYes()
        : new Applying(this, yes).rounds(workspace, serial == null ? mode : mode.to(serial));
  }
}
