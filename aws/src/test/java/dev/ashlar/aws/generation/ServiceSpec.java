package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** The database of {@code @aws-cdk/aws-service-spec}. */
final class ServiceSpec {
  private final List<Type> types;
  private final Map<String, JsonNode> definitions = new HashMap<>();

  private ServiceSpec(JsonNode schema) {
    types =
        StreamSupport.stream(schema.path("resource").path("entities").spliterator(), false)
            .map(node -> new Type(node.path("cloudFormationType").asText(), node))
            .sorted(Comparator.comparing(Type::name))
            .toList();
    for (JsonNode definition : schema.path("typeDefinition").path("entities")) {
      definitions.put(definition.path("$id").asText(), definition);
    }
  }

  /**
   * A resource type.
   *
   * @param name its name
   * @param node what is said of it
   */
  record Type(String name, JsonNode node) {}

  static ServiceSpec read(Path file) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return new ServiceSpec(new ObjectMapper().readTree(in).path("schema"));
    }
  }

  /** All types, by name. */
  List<Type> types() {
    return types;
  }

  /** The definition that a type of the kind {@code ref} means. */
  JsonNode definition(JsonNode reference) {
    String id = reference.path("reference").path("$ref").asText();
    JsonNode definition = definitions.get(id);
    if (definition == null) {
      throw new IllegalStateException("there is no definition " + id);
    }
    return definition;
  }
}
