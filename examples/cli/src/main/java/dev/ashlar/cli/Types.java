package dev.ashlar.cli;

import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Lists resource types. */
@CommandLine.Command(name = "types", description = "List the resource types there are.")
final class Types extends Command {
  @Parameters(arity = "0..1", paramLabel = "PREFIX", description = "Only those that start so.")
  private String prefix = "";

  @Override
  Report run() {
    try (Workbench bench = Workbench.open(options())) {
      Catalog catalog = bench.ashlar().catalog();
      List<String> types =
          catalog.types().stream().filter(type -> type.startsWith(prefix)).toList();
      int width = types.stream().mapToInt(String::length).max().orElse(0);
      StringBuilder text = new StringBuilder();
      for (String type : types) {
        String about = types.size() > 200 ? "" : describe(catalog.schema(type));
        text.append((type + " ".repeat(width - type.length()) + "  " + about).stripTrailing())
            .append('\n');
      }
      if (types.isEmpty()) {
        text.append(none(catalog.types()));
      }
      return Report.of(
              Exit.DONE,
              out -> {
                out.writeStartObject();
                out.writeArrayFieldStart("types");
                for (String type : types) {
                  out.writeString(type);
                }
                out.writeEndArray();
                out.writeEndObject();
              },
              text.toString())
          .and(bench.ashlar().diagnostics());
    }
  }

  private String none(Collection<String> all) {
    return "No type starts with \"" + prefix + "\"." + Suggestion.sentence(prefix, all) + "\n";
  }

  private static String describe(Optional<ResourceSchema> schema) {
    return schema.map(ResourceSchema::description).orElse("");
  }
}
