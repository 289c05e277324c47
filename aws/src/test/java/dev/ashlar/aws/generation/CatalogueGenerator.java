package dev.ashlar.aws.generation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the catalogue: a file for each service with a line for each type, and an index of all
 * names. Equal sources give equal bytes.
 */
public final class CatalogueGenerator {
  private CatalogueGenerator() {}

  /**
   * Writes it.
   *
   * @param arguments {@code db.json.gz} of aws-service-spec, the folder {@code data/schemas} of
   *     cfn-lint, and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    ServiceSpec spec = ServiceSpec.read(Path.of(arguments[0]));
    RegistrySchemas schemas = RegistrySchemas.in(Path.of(arguments[1]));
    Path target = Path.of(arguments[2]);
    Map<String, List<String>> lines = new TreeMap<>();
    Map<String, StringBuilder> index = new TreeMap<>();
    for (ServiceSpec.Type type : spec.types()) {
      int last = type.name().lastIndexOf("::");
      String namespace = type.name().substring(0, last);
      String name = type.name().substring(last + 2);
      String line = name + "\t" + new TypeEntry(spec, type, schemas.schema(type.name())).json();
      lines.computeIfAbsent(namespace, is -> new ArrayList<>()).add(line);
      index.computeIfAbsent(namespace, it -> new StringBuilder(it)).append(' ').append(name);
    }
    write(target, lines, index);
    summary(System.out, lines);
  }

  private static void write(
      Path target, Map<String, List<String>> lines, Map<String, StringBuilder> index)
      throws IOException {
    Files.createDirectories(target);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(target, "*.types")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, List<String>> service : lines.entrySet()) {
      String file = service.getKey().replace("::", ".") + ".types";
      String other = files.put(file.toLowerCase(Locale.ROOT), file);
      if (other != null) {
        throw new IllegalStateException(other + " and " + file + " differ in case only");
      }
      Files.writeString(target.resolve(file), String.join("\n", service.getValue()) + "\n");
    }
    Files.writeString(target.resolve("index"), String.join("\n", index.values()) + "\n");
  }

  private static void summary(PrintStream out, Map<String, List<String>> lines) {
    int types = lines.values().stream().mapToInt(List::size).sum();
    long size = lines.values().stream().flatMap(List::stream).mapToLong(String::length).sum();
    out.println(types + " types of " + lines.size() + " services, " + size / 1024 + " KB");
  }
}
