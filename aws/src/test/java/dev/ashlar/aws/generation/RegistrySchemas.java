package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas of the CloudFormation registry as cfn-lint bundles them. */
final class RegistrySchemas {
  private static final Pattern ENTRY = Pattern.compile("\"([\\w:]+)\": \"([0-9a-f]+)\"");
  private static final String FIRST = "us_east_1.py";

  private final Path folder;
  private final Map<String, String> files;
  private final ObjectMapper mapper = new ObjectMapper();

  private RegistrySchemas(Path folder, Map<String, String> files) {
    this.folder = folder;
    this.files = files;
  }

  /** Those of one region, and what only others have. */
  static RegistrySchemas in(Path folder) throws IOException {
    Map<String, String> files = new HashMap<>();
    Path regions = folder.resolve("providers");
    add(regions.resolve(FIRST), files);
    TreeSet<Path> others = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(regions, "*.py")) {
      all.forEach(others::add);
    }
    for (Path region : others) {
      add(region, files);
    }
    return new RegistrySchemas(folder, files);
  }

  private static void add(Path region, Map<String, String> files) throws IOException {
    Matcher entry = ENTRY.matcher(Files.readString(region));
    while (entry.find()) {
      files.putIfAbsent(entry.group(1), entry.group(2));
    }
  }

  /** The schema of a type; missing where there is none. */
  JsonNode schema(String type) {
    String file = files.get(type);
    if (file == null) {
      return MissingNode.getInstance();
    }
    try {
      return mapper.readTree(folder.resolve("resources").resolve(file + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
