package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.List;
import picocli.CommandLine;

/** Checks a file without asking any cloud. */
@CommandLine.Command(name = "validate", description = "Check a file: nothing is asked or touched.")
final class Validate extends FileCommand {
  @Override
  Checked<Environment> read(Workbench bench) {
    return bench.draft(file());
  }

  @Override
  Report run(Workspace workspace) {
    List<Diagnostic> diagnostics = workspace.check().join();
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return Report.failed(diagnostics);
    }
    int count = workspace.environment().blueprint().resources().size();
    return Report.of(
            Exit.DONE,
            out -> {
              out.writeStartObject();
              out.writeNumberField("resources", count);
              out.writeEndObject();
            },
            "Sound: " + count + " resources declared.\n")
        .and(diagnostics);
  }
}
