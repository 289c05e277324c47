package dev.ashlar.aws.othersource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.AwsProvider;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates that other people wrote name no type that nothing is known of. */
class CorpusTest {
  /** What only a template can hold, by how its name begins, and why. */
  private static final Map<String, String> ONLY_IN_TEMPLATES =
      Map.of("Custom::", "a function of the template's author makes it, whatever it is");

  private final Catalog catalogue = new AwsProvider().catalog();

  private static Map<String, SortedSet<String>> templates() throws IOException {
    Map<String, SortedSet<String>> types = new TreeMap<>();
    Path corpus = OutsideData.path("corpus/cloudformation");
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.toList()) {
        types.put(file.getFileName().toString(), Template.types(Files.readString(file)));
      }
    }
    return types;
  }

  @Test
  void everyTypeIsKnownOrListedAsNotProvisionable() throws IOException {
    Map<String, SortedSet<String>> templates = templates();
    SortedSet<String> all = new TreeSet<>();
    templates.values().forEach(all::addAll);
    assertThat(templates.values()).as("templates without a type").noneMatch(SortedSet::isEmpty);
    assertThat(all).hasSizeGreaterThan(50);
    assertThat(
            all.stream()
                .filter(type -> ONLY_IN_TEMPLATES.keySet().stream().noneMatch(type::startsWith)))
        .allSatisfy(type -> assertThat(catalogue.schema(type)).as(type).isPresent());
  }

  @Test
  void whatCannotBeMadeSaysWhy() throws IOException {
    List<ResourceSchema> unserved =
        templates().values().stream()
            .flatMap(SortedSet::stream)
            .distinct()
            .flatMap(type -> catalogue.schema(type).stream())
            .filter(schema -> schema.operations().isEmpty())
            .toList();
    assertThat(unserved).isNotEmpty();
    assertThat(unserved)
        .allSatisfy(
            schema ->
                assertThat(schema.assumptions())
                    .as(schema.type())
                    .anyMatch(line -> line.contains("AWS::CloudFormation::Stack")));
  }
}
