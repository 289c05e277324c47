package dev.ashlar.aws.othersource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.aws.AwsProvider;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The catalogue's flags against the registry's schemas in another collection. That is of another
 * day, and both change by the week: so what may differ is counted, and each count has its reason.
 */
class FlagsTest {
  private final Catalog catalogue = new AwsProvider().catalog();
  private final Map<String, JsonNode> theirs = new TreeMap<>();

  @BeforeEach
  void read() throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(OutsideData.path("catalogue/aws-handlers.json.gz")))) {
      new ObjectMapper()
          .readTree(in)
          .properties()
          .forEach(e -> theirs.put(e.getKey(), e.getValue()));
    }
  }

  private static boolean served(JsonNode type) {
    return !type.path("h").asText().isEmpty();
  }

  private void both(BiConsumer<ResourceSchema, JsonNode> look) {
    theirs.forEach(
        (name, type) -> catalogue.schema(name).ifPresent(schema -> look.accept(schema, type)));
  }

  /** The attribute of each path that a list names, below the top where it lies there. */
  private static Map<String, Attribute> named(ResourceSchema schema, JsonNode list) {
    Map<String, Attribute> found = new TreeMap<>();
    for (JsonNode path : list) {
      Attribute attribute = Paths.attribute(schema, path.asText());
      if (attribute != null) {
        found.put(schema.type() + "/" + path.asText(), attribute);
      }
    }
    return found;
  }

  @Test
  void oneTypeOfTheirsIsUnknownHere() {
    assertThat(theirs).hasSizeGreaterThan(1_600);
    // AWS took DataSync's storage systems out of the registry.
    assertThat(theirs.keySet().stream().filter(type -> catalogue.schema(type).isEmpty()))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whatIsRefusedHereHasNoHandlersThere() {
    List<String> refused = new ArrayList<>();
    List<String> tried = new ArrayList<>();
    both(
        (schema, type) -> {
          boolean here = !schema.operations().isEmpty();
          if (!here && served(type)) {
            refused.add(schema.type());
          } else if (here && !served(type)) {
            tried.add(schema.type());
          }
        });
    // IoT Fleet Hub ended, and its schema in the catalogue's sources is a made-up one.
    assertThat(refused).hasSizeLessThanOrEqualTo(1);
    // The guess is kind on purpose: these are refused by Cloud Control itself, with the same words.
    assertThat(tried).hasSizeBetween(1, 44);
  }

  @Test
  void whatReplacesThereReplacesHere() {
    List<String> same = new ArrayList<>();
    List<String> other = new ArrayList<>();
    both(
        (schema, type) ->
            named(schema, type.path("c"))
                .forEach(
                    (path, attribute) ->
                        (attribute.immutability() == Immutability.YES ? same : other).add(path)));
    assertThat(same).hasSizeGreaterThan(3_900);
    // Tags and labels that became changeable between the two days, all but a handful.
    assertThat(other).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void whatReplacesHereReplacesThere() {
    List<String> more = new ArrayList<>();
    both(
        (schema, type) -> {
          TreeSet<String> known = new TreeSet<>();
          type.path("c").forEach(path -> known.add(path.asText().split("/", 2)[0]));
          schema
              .properties()
              .forEach(
                  (name, attribute) -> {
                    if (attribute.immutability() == Immutability.YES && !known.contains(name)) {
                      more.add(schema.type() + "/" + name);
                    }
                  });
        });
    // The catalogue's source adds what the documentation says, and what cannot be changed because
    // no handler updates. Of parts below the top their list names the whole.
    assertThat(more).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void whatCannotBeReadBackIsMostlyTheSame() {
    List<String> same = new ArrayList<>();
    List<String> other = new ArrayList<>();
    both(
        (schema, type) ->
            named(schema, type.path("w"))
                .forEach((path, attribute) -> (attribute.writeOnly() ? same : other).add(path)));
    assertThat(same).hasSizeGreaterThan(950);
    // Newer in their collection. Where a handler does not tell such a property, it shows as drift
    // that a change does not end: the catalogue is made anew from a newer source.
    assertThat(other).hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void marksGoWhereTagsCanBeSetThere() {
    List<String> same = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    List<String> marked = new ArrayList<>();
    both(
        (schema, type) -> {
          if (!served(type) || schema.operations().isEmpty() || !type.has("tg")) {
            return;
          }
          boolean here = schema.ownershipMark().isPresent();
          boolean there = type.path("tg").path(0).asInt() == 1;
          (here == there ? same : here ? marked : unmarked).add(schema.type());
        });
    assertThat(same).hasSizeGreaterThan(1_400);
    // Auto Scaling's tags have a third field, capacity reservations hold theirs by kind; the others
    // do not tell their tags, or take any JSON for them: what cannot be read back marks nothing.
    assertThat(unmarked).hasSizeLessThanOrEqualTo(18);
    // A registry schema may say that its tags are none; the property is there, and takes them.
    assertThat(marked).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void whatCannotBeUpdatedThereCannotBeChangedHere() {
    List<String> other = new ArrayList<>();
    both(
        (schema, type) -> {
          boolean there = type.path("h").asText().contains("u");
          if (served(type) && schema.operations().contains(Operation.UPDATE) && !there) {
            other.add(schema.type());
          }
        });
    // Types with a property that no source says to replace: the failure of the update says it.
    assertThat(other).hasSizeLessThanOrEqualTo(14);
  }
}
