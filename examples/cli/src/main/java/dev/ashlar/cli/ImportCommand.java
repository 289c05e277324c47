package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over one object that exists. */
@CommandLine.Command(
    name = "import",
    description = "Take over an object that exists, at a declared address.")
final class ImportCommand extends FileCommand {
  @Parameters(index = "1", paramLabel = "ADDRESS", description = "The address it is to have.")
  private @Nullable String address;

  @Parameters(index = "2", paramLabel = "ID", description = "The provider's identifier.")
  private @Nullable String id;

  @Option(names = "--yes", description = "Take over without asking.")
  private boolean yes;

  @Override
  Report run(Workspace workspace) {
    Optional<Address> parsed = Address.parse(String.valueOf(address));
    if (parsed.isEmpty()) {
      return Report.usage(address + " is not an address like uploads[\"a\"].");
    }
    PlanMode mode =
        PlanMode.apply()
            .adopting(Map.of(parsed.get(), String.valueOf(id)))
            .targeting(Set.of(parsed.get()));
    return Applying.cannotAsk(this, yes)
        ? Applying.needsYes()
        : new Applying(this, yes).rounds(workspace, mode);
  }
}
