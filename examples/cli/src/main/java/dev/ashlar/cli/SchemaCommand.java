package dev.ashlar.cli;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.schema.ResourceSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one resource type. */
@CommandLine.Command(name = "schema", description = "Show what a resource type takes and gives.")
final class SchemaCommand extends Command {
  @Parameters(paramLabel = "TYPE", description = "The name of the type.")
  private @Nullable String type;

  @Option(names = "--json-schema", description = "As JSON Schema 2020-12, for forms.")
  private boolean jsonSchema;

  @Override
  Report run() {
    try (Workbench bench = Workbench.open(options())) {
      Checked<ResourceSchema> found = bench.ashlar().schema(String.valueOf(type));
      if (found.value().isEmpty()) {
        return Report.failed(found.diagnostics());
      }
      ResourceSchema schema = found.value().get();
      return Report.of(
          Exit.DONE,
          out -> out.writeRawValue(schema.toJsonSchema()),
          jsonSchema ? schema.toJsonSchema() + "\n" : SchemaText.of(schema));
    }
  }
}
