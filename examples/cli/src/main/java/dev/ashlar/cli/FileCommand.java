package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A command about the environment that a file declares. */
abstract class FileCommand extends Command {
  @Parameters(paramLabel = "FILE", description = "A Blueprint or an Environment, YAML or JSON.")
  private @Nullable Path file;

  Path file() {
    if (file == null) {
      throw new IllegalStateException("the command line was not parsed");
    }
    return file;
  }

  @Override
  final Report run() {
    try (Workbench bench = Workbench.open(options())) {
      return run(bench);
    }
  }

  Report run(Workbench bench) {
    Checked<Environment> read = read(bench);
    if (read.value().isEmpty()) {
      return Report.failed(read.diagnostics());
    }
    Environment environment = read.value().get();
    return run(bench.open(environment)).in(environment.id()).and(read.diagnostics());
  }

  /** What the file declares, or why that cannot be told. */
  Checked<Environment> read(Workbench bench) {
    return bench.environment(file());
  }

  abstract Report run(Workspace workspace);
}
