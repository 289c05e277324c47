package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The palette: what holds for every type that the cloud has of its own. */
class OwnTypesTest {
  private static final Catalog CATALOG = MemoryCloud.create().catalog();

  @Test
  void thereIsAFamilyForEveryNeed() {
    assertThat(CATALOG.types())
        .containsExactly(
            "memory::AccessKey",
            "memory::Alias",
            "memory::Bucket",
            "memory::Container",
            "memory::Database",
            "memory::Function",
            "memory::Instance",
            "memory::Key",
            "memory::LoadBalancer",
            "memory::Network",
            "memory::Policy",
            "memory::Queue",
            "memory::Record",
            "memory::Role",
            "memory::Secret",
            "memory::SecurityGroup",
            "memory::Subnet",
            "memory::Table",
            "memory::Topic",
            "memory::Value",
            "memory::Zone");
  }

  static Stream<ResourceSchema> schemas() {
    return CATALOG.types().stream().map(type -> CATALOG.schema(type).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyTypeAndEveryAttributeIsDescribedInOneLine(ResourceSchema schema) {
    assertThat(schema.description()).isNotBlank().endsWith(".");
    assertThat(Stream.concat(properties(schema), schema.outputs().values().stream()))
        .isNotEmpty()
        .allSatisfy(
            attribute ->
                assertThat(attribute.description())
                    .as("%s of %s", attribute.name(), schema.type())
                    .isNotBlank()
                    .endsWith(".")
                    .doesNotContain("\n"));
  }

  /** Whatever an engine can be promised of a type, there is one of which it can. */
  @Test
  void everyCombinationOfPromisesIsThere() {
    assertThat(schemas().map(OwnTypesTest::promises).distinct())
        .containsExactlyInAnyOrder(
            "nothing",
            "key",
            "mark",
            "identity",
            "key mark",
            "mark, visible late",
            "identity mark",
            "identity mark, visible late",
            "key identity mark",
            "key mark, visible late",
            "key identity mark, visible late");
  }

  private static String promises(ResourceSchema schema) {
    List<String> promises = new ArrayList<>();
    schema.idempotencyHorizon().ifPresent(horizon -> promises.add("key"));
    if (!schema.identity().isEmpty()) {
      promises.add("identity");
    }
    schema.ownershipMark().ifPresent(mark -> promises.add("mark"));
    String all = promises.isEmpty() ? "nothing" : String.join(" ", promises);
    return schema.visibilityBound().isZero() ? all : all + ", visible late";
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void whatFixesTheIdentityCannotBeChanged(ResourceSchema schema) {
    assertThat(schema.identity())
        .allSatisfy(
            path ->
                assertThat(schema.properties().get(path.head()).immutability())
                    .isEqualTo(Immutability.YES));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void referencesLeadToTypesThatExistAndAttributesThatTheyHave(ResourceSchema schema) {
    assertThat(properties(schema).flatMap(attribute -> attribute.references().stream()))
        .allSatisfy(
            target ->
                assertThat(attributes(target))
                    .as("%s of %s", target, schema.type())
                    .contains(target.attribute()));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void tagsCarryTheMarkOfOwnership(ResourceSchema schema) {
    boolean taggable = schema.properties().containsKey("Tags");

    assertThat(schema.ownershipMark().isPresent()).isEqualTo(taggable);
  }

  @Test
  void aKeyMayBeNamedByItselfOrByAnAlias() {
    assertThat(CATALOG.schema("memory::Queue").orElseThrow().properties().get("KeyId").references())
        .containsExactly(
            new ReferenceTarget("memory::Key", "id"), new ReferenceTarget("memory::Alias", "id"));
  }

  private static Stream<String> attributes(ReferenceTarget target) {
    ResourceSchema schema = CATALOG.schema(target.type()).orElseThrow();
    return Stream.concat(
        Stream.of("id"),
        Stream.concat(schema.properties().keySet().stream(), schema.outputs().keySet().stream()));
  }

  private static Stream<Attribute> properties(ResourceSchema schema) {
    return schema.properties().values().stream().flatMap(OwnTypesTest::withParts);
  }

  private static Stream<Attribute> withParts(Attribute attribute) {
    Stream<Attribute> parts =
        attribute.shape() instanceof Shape.ObjectShape object
            ? object.attributes().values().stream().flatMap(OwnTypesTest::withParts)
            : attribute.shape() instanceof Shape.ListShape list
                    && list.items().shape() instanceof Shape.ObjectShape item
                ? item.attributes().values().stream().flatMap(OwnTypesTest::withParts)
                : Stream.empty();
    return Stream.concat(Stream.of(attribute), parts);
  }
}
