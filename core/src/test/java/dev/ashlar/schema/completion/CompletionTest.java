package dev.ashlar.schema.completion;

import static dev.ashlar.schema.Literals.map;
import static dev.ashlar.schema.Literals.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.RandomSchemas;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a declared value says without saying it. */
class CompletionTest {
  private static final Attribute RULE =
      Attribute.of(
          "rule",
          object(
              Attribute.of("Port", Primitive.INTEGER),
              Attribute.builder("Protocol", Primitive.STRING)
                  .defaultValue(Value.of("tcp"))
                  .build()));

  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("acme::Server")
          .addProperty(Attribute.of("Name", Primitive.STRING))
          .addProperty(
              Attribute.builder("Size", Primitive.INTEGER).defaultValue(Value.of(1)).build())
          .addProperty(
              Attribute.builder("Note", Primitive.STRING)
                  .nullable()
                  .defaultValue(Value.of("none"))
                  .build())
          .addProperty(Attribute.of("Rules", new Shape.ListShape(RULE)))
          .addProperty(Attribute.of("ByName", new Shape.MapShape(RULE)))
          .addProperty(Attribute.of("Rule", RULE.shape()))
          .addProperty(
              Attribute.builder("State", Primitive.STRING)
                  .computed()
                  .defaultValue(Value.of("up"))
                  .build())
          .addProperty(Attribute.of("Extra", Primitive.ANY))
          .build();

  private static Shape.ObjectShape object(Attribute... attributes) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      byName.put(attribute.name(), attribute);
    }
    return new Shape.ObjectShape(byName);
  }

  private static Value complete(String json) {
    return Completion.complete(SCHEMA, map(json));
  }

  @Test
  void fillsInDefaults() {
    assertThat(complete("{'Name': 'a'}"))
        .isEqualTo(value("{'Name': 'a', 'Size': 1, 'Note': 'none'}"));
  }

  @Test
  void leavesWhatIsSet() {
    assertThat(complete("{'Size': 3, 'Note': 'x'}")).isEqualTo(value("{'Size': 3, 'Note': 'x'}"));
  }

  @Test
  void takesNullForAbsent() {
    assertThat(complete("{'Name': null, 'Size': null, 'Note': 'x'}"))
        .isEqualTo(value("{'Size': 1, 'Note': 'x'}"));
  }

  @Test
  void keepsNullWhereItIsAValue() {
    assertThat(complete("{'Size': 1, 'Note': null}")).isEqualTo(value("{'Size': 1, 'Note': null}"));
  }

  @Test
  void fillsInDefaultsInsideListsMapsAndObjects() {
    assertThat(
            complete(
                """
                {'Size': 1, 'Note': 'x', 'Rules': [{'Port': 1}, {'Port': 2, 'Protocol': 'udp'}],
                 'ByName': {'a': {'Port': 3, 'Protocol': null}}, 'Rule': {}}
                """))
        .isEqualTo(
            value(
                """
                {'Size': 1, 'Note': 'x',
                 'Rules': [{'Port': 1, 'Protocol': 'tcp'}, {'Port': 2, 'Protocol': 'udp'}],
                 'ByName': {'a': {'Port': 3, 'Protocol': 'tcp'}}, 'Rule': {'Protocol': 'tcp'}}
                """));
  }

  @Test
  void makesNoObjectForTheSakeOfTheDefaultsInIt() {
    assertThat(((Value.MapValue) complete("{}")).entries()).doesNotContainKeys("Rule", "State");
  }

  @Test
  void leavesAnythingAsItIs() {
    assertThat(((Value.MapValue) complete("{'Extra': {'a': null}}")).get("Extra"))
        .isEqualTo(value("{'a': null}"));
  }

  @Test
  void leavesWhatIsOfTheWrongTypeOrUnknownToTheSchema() {
    assertThat(complete("{'Size': 1, 'Note': 'x', 'Rules': 'none', 'Nmae': null}"))
        .isEqualTo(value("{'Size': 1, 'Note': 'x', 'Rules': 'none', 'Nmae': null}"));
  }

  @Test
  void leavesTheUnknownUnknown() {
    Value.MapValue open = map("{'Note': 'x'}").with("Size", Value.unknown(ValueType.INTEGER));

    assertThat(Completion.complete(SCHEMA, open)).isSameAs(open);
  }

  @Test
  void completesInsideSecretsAndKeepsThemSecret() {
    Value.MapValue given = map("{'Size': 1, 'Note': 'x'}").with("Rule", Value.secret(map("{}")));

    assertThat(Completion.complete(SCHEMA, given).get("Rule"))
        .isEqualTo(Value.secret(map("{'Protocol': 'tcp'}")));
  }

  @Test
  void stopsWhereADefaultContainsItself() {
    Attribute endless =
        Attribute.builder("Next", new Shape.DefinitionShape("Node"))
            .defaultValue(Value.MapValue.EMPTY)
            .build();
    ResourceSchema schema =
        ResourceSchema.builder("acme::Endless")
            .addProperty(endless)
            .addDefinition(Attribute.of("Node", object(endless)))
            .build();

    Value value = Completion.complete(schema, Value.MapValue.EMPTY);
    int depth = 0;
    while (value instanceof Value.MapValue map && !map.entries().isEmpty()) {
      value = map.get("Next");
      depth++;
    }
    assertThat(depth).isEqualTo(20);
  }

  @Test
  void completesAParameterByItself() {
    Attribute size = Attribute.builder("size", Primitive.INTEGER).defaultValue(Value.of(2)).build();

    assertThat(Completion.complete(size, Value.NULL)).isEqualTo(Value.of(2));
    assertThat(Completion.complete(size, Value.of(3))).isEqualTo(Value.of(3));
  }

  @Test
  void completingTwiceIsCompletingOnce() {
    for (int seed = 0; seed < 500; seed++) {
      RandomSchemas random = new RandomSchemas(new Random(seed));
      ResourceSchema schema = random.schema();
      Value.MapValue once = Completion.complete(schema, random.value(schema));

      assertThat(Completion.complete(schema, once)).as("seed %d", seed).isSameAs(once);
    }
  }
}
