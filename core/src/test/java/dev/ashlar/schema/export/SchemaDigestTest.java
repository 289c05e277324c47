package dev.ashlar.schema.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.Origin;
import dev.ashlar.schema.RandomSchemas;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The digest of a schema tells apart what plans and states hang on, and nothing else. */
class SchemaDigestTest {
  private static final Attribute NAME =
      Attribute.builder("Name", Primitive.STRING).required().build();
  private static final Attribute SIZE = Attribute.of("Size", Primitive.INTEGER);

  private static ResourceSchema.Builder schema() {
    return ResourceSchema.builder("acme::Server").addProperty(NAME).addProperty(SIZE);
  }

  private static String with(UnaryOperator<Attribute.Builder> change) {
    return ResourceSchema.builder("acme::Server")
        .addProperty(NAME)
        .addProperty(SIZE.with(change))
        .build()
        .digest();
  }

  @Test
  void itIsTheSameForEver() {
    assertThat(schema().build().digest())
        .isEqualTo("0ceb4da116bab8e722c7056806ae1edfc78eaaae669ca0e3e89247b0a9e27d4d");
  }

  @Test
  void itIsTheSameInAnyOrderOfProperties() {
    assertThat(
            ResourceSchema.builder("acme::Server")
                .addProperty(SIZE)
                .addProperty(NAME)
                .build()
                .digest())
        .isEqualTo(schema().build().digest());
  }

  @Test
  void itIsTheSameWhateverTheProseSays() {
    String digest = schema().build().digest();

    assertThat(
            schema()
                .description("A server")
                .assumptions(List.of("It hums."))
                .deprecated(new Deprecation("2", Optional.empty()))
                .build()
                .digest())
        .isEqualTo(digest);
    assertThat(
            with(
                size ->
                    size.description("Its size")
                        .origin(Origin.GUESSED)
                        .deprecated(new Deprecation("2", Optional.empty()))))
        .isEqualTo(digest);
  }

  @Test
  void everyFlagOfAnAttributeMakesAnother() {
    Set<String> digests = new HashSet<>();
    digests.add(schema().build().digest());
    digests.add(with(size -> size.required()));
    digests.add(with(size -> size.computed()));
    digests.add(with(size -> size.sensitive()));
    digests.add(with(size -> size.writeOnly()));
    digests.add(with(size -> size.nullable()));
    digests.add(with(size -> size.defaultValue(Value.of(1))));
    digests.add(with(size -> size.defaultValue(Value.NULL)));
    digests.add(with(size -> size.immutability(Immutability.UNKNOWN)));
    digests.add(with(size -> size.immutable()));
    digests.add(with(size -> size.onUnset(OnUnset.KEEP)));
    digests.add(with(size -> size.equivalence(Equivalence.CONNECTOR)));
    digests.add(with(size -> size.equivalence(Equivalence.keyedBy("CONNECTOR"))));
    digests.add(with(size -> size.stability(Stability.VOLATILE)));
    digests.add(with(size -> size.stability(Stability.changedBy(List.of(ValuePath.of("Name"))))));
    digests.add(with(size -> size.references(List.of(new ReferenceTarget("acme::Key", "Arn")))));
    digests.add(with(size -> size.references(List.of(new ReferenceTarget("acme::Key", "Id")))));
    Constraints none = Constraints.NONE;
    Optional<BigDecimal> one = Optional.of(BigDecimal.ONE);
    digests.add(with(size -> size.constraints(none.withRange(one, Optional.empty()))));
    digests.add(with(size -> size.constraints(none.withRange(Optional.empty(), one))));
    digests.add(with(size -> size.constraints(none.withLength(Optional.of(1), Optional.empty()))));
    digests.add(with(size -> size.constraints(none.withLength(Optional.empty(), Optional.of(1)))));
    digests.add(with(size -> size.constraints(none.withPattern("a"))));
    digests.add(with(size -> size.constraints(none.withAllowed(List.of(Value.of(1))))));

    assertThat(digests).hasSize(23);
  }

  @Test
  void everyShapeMakesAnother() {
    List<Shape> shapes =
        List.of(
            Primitive.ANY,
            Primitive.STRING,
            Primitive.BOOLEAN,
            new Shape.ListShape(SIZE),
            new Shape.ListShape(NAME),
            new Shape.MapShape(SIZE),
            new Shape.ObjectShape(Map.of()),
            new Shape.ObjectShape(Map.of("Size", SIZE)),
            new Shape.DefinitionShape("STRING"));

    assertThat(
            shapes.stream()
                .map(
                    shape ->
                        ResourceSchema.builder("t")
                            .addProperty(Attribute.of("a", shape))
                            .build()
                            .digest())
                .distinct())
        .hasSize(shapes.size());
  }

  @Test
  void everyStatementOfTheTypeMakesAnother() {
    Set<String> digests = new HashSet<>();
    digests.add(schema().build().digest());
    digests.add(ResourceSchema.builder("acme::Other").addProperty(NAME).build().digest());
    digests.add(schema().version(2).build().digest());
    digests.add(schema().addOutput(SIZE).build().digest());
    digests.add(schema().addDefinition(SIZE).build().digest());
    digests.add(schema().identity(List.of(ValuePath.of("Name"))).build().digest());
    digests.add(
        schema().naming(new ResourceSchema.NameRule("Name", 9, true, "-")).build().digest());
    digests.add(schema().operations(EnumSet.of(Operation.READ)).build().digest());
    digests.add(schema().permissions(Operation.READ, List.of("acme:Read")).build().digest());
    digests.add(schema().timeout(Operation.READ, Duration.ofMinutes(1)).build().digest());
    digests.add(schema().idempotencyHorizon(Duration.ofHours(1)).build().digest());
    digests.add(schema().visibilityBound(Duration.ofHours(1)).build().digest());
    digests.add(schema().ownershipMark(ValuePath.of("Name")).build().digest());

    assertThat(digests).hasSize(13);
  }

  @Test
  void equalSchemasHaveEqualDigestsAndOthersOthers() {
    for (int seed = 0; seed < 300; seed++) {
      ResourceSchema one = new RandomSchemas(new Random(seed)).schema();
      ResourceSchema same = new RandomSchemas(new Random(seed)).schema();
      ResourceSchema other = new RandomSchemas(new Random(seed + 1)).schema();

      assertThat(one.digest()).as("seed %d", seed).isEqualTo(same.digest());
      assertThat(one.digest().equals(other.digest()))
          .as("seed %d", seed)
          .isEqualTo(one.equals(other));
    }
  }
}
