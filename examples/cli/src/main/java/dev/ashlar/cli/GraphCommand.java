package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.Workspace.GraphFormat;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Shows what depends on what. */
@CommandLine.Command(name = "graph", description = "Show what depends on what.")
final class GraphCommand extends FileCommand {
  @Option(names = "--mermaid", description = "As a Mermaid flowchart.")
  private boolean mermaid;

  @Override
  Checked<Environment> read(Workbench bench) {
    return bench.draft(file());
  }

  @Override
  Report run(Workspace workspace) {
    Checked<String> text = workspace.graph(mermaid ? GraphFormat.MERMAID : GraphFormat.TEXT).join();
    Checked<String> chart = workspace.graph(GraphFormat.MERMAID).join();
    if (text.value().isEmpty() || chart.value().isEmpty()) {
      return Report.failed(text.diagnostics());
    }
    return Report.of(
            Exit.DONE,
            out -> {
              out.writeStartObject();
              out.writeStringField("mermaid", chart.orThrow());
              out.writeStringField("text", text.orThrow());
              out.writeEndObject();
            },
            text.value().get())
        .and(text.diagnostics());
  }
}
