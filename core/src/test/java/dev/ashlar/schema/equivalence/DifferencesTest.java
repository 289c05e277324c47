package dev.ashlar.schema.equivalence;

import static dev.ashlar.schema.Literals.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where two objects do not mean the same: as finely as is useful. */
class DifferencesTest {
  private static final Attribute TAG =
      Attribute.of(
          "tag",
          object(
              Attribute.of("Key", Primitive.STRING),
              Attribute.of("Value", Primitive.STRING),
              Attribute.of("Propagate", Primitive.BOOLEAN)));

  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("acme::Thing")
          .addProperty(Attribute.builder("Name", Primitive.STRING).immutable().build())
          .addProperty(
              Attribute.builder(
                      "Settings",
                      object(
                          Attribute.of("Size", Primitive.INTEGER),
                          Attribute.builder("Zone", Primitive.STRING)
                              .immutability(Immutability.CONDITIONAL)
                              .build()))
                  .build())
          .addProperty(
              Attribute.builder("Disk", object(Attribute.of("Kind", Primitive.STRING)))
                  .immutable()
                  .build())
          .addProperty(
              Attribute.builder("Tags", new Shape.ListShape(TAG))
                  .equivalence(Equivalence.keyedBy("Key"))
                  .build())
          .addProperty(
              Attribute.of("Labels", new Shape.MapShape(Attribute.of("v", Primitive.STRING))))
          .addProperty(
              Attribute.of("Steps", new Shape.ListShape(Attribute.of("s", Primitive.STRING))))
          .addProperty(
              Attribute.builder("Zones", new Shape.ListShape(Attribute.of("z", Primitive.STRING)))
                  .equivalence(Equivalence.SET)
                  .build())
          .addProperty(
              Attribute.builder("Policy", Primitive.STRING).equivalence(Equivalence.JSON).build())
          .addProperty(
              Attribute.builder("Password", Primitive.STRING).sensitive().writeOnly().build())
          .addProperty(Attribute.builder("Note", Primitive.STRING).nullable().build())
          .addOutput(Attribute.of("Arn", Primitive.STRING))
          .build();

  private static Shape.ObjectShape object(Attribute... attributes) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      byName.put(attribute.name(), attribute);
    }
    return new Shape.ObjectShape(byName);
  }

  private static List<Difference> between(Value.MapValue first, Value.MapValue second) {
    return Differences.properties(SCHEMA, first, second, Scope.WHOLE);
  }

  private static List<String> whole(String first, String second) {
    return texts(between(map(first), map(second)));
  }

  private static List<String> declared(String first, String second) {
    return texts(Differences.properties(SCHEMA, map(first), map(second), Scope.DECLARED));
  }

  private static List<String> texts(List<Difference> differences) {
    return differences.stream()
        .map(
            d ->
                d.path()
                    + ": "
                    + d.before()
                    + " -> "
                    + d.after()
                    + (d.equality() == Equality.UNKNOWN ? " ?" : ""))
        .toList();
  }

  @Test
  void thereAreNoneBetweenObjectsThatMeanTheSame() {
    assertThat(
            whole(
                "{'Name': 'a', 'Zones': ['a', 'b'], 'Settings': {'Size': 1, 'Zone': null}}",
                "{'Settings': {'Size': 1.0}, 'Zones': ['b', 'a'], 'Name': 'a', 'Tags': null}"))
        .isEmpty();
  }

  @Test
  void theyComeInTheOrderOfTheSchema() {
    assertThat(whole("{'Note': 'x', 'Name': 'a'}", "{'Name': 'b', 'Steps': ['s']}"))
        .containsExactly("Name: a -> b", "Steps: null -> [s]", "Note: x -> null");
  }

  @Test
  void theyStandInsideObjects() {
    assertThat(
            whole(
                "{'Settings': {'Size': 1, 'Zone': 'a'}}", "{'Settings': {'Size': 2, 'Zone': 'a'}}"))
        .containsExactly("Settings.Size: 1 -> 2");
  }

  @Test
  void anObjectThatComesOrGoesIsOneDifference() {
    assertThat(whole("{}", "{'Settings': {'Size': 2}}"))
        .containsExactly("Settings: null -> {Size=2}");
    assertThat(whole("{'Settings': {'Size': 2}}", "{}"))
        .containsExactly("Settings: {Size=2} -> null");
  }

  @Test
  void theyStandInsideMaps() {
    assertThat(
            whole("{'Labels': {'a': '1', 'b': '2'}}", "{'Labels': {'a': '1', 'b': '3', 'c': '4'}}"))
        .containsExactly("Labels.b: 2 -> 3", "Labels.c: null -> 4");
  }

  @Test
  void inKeyedListsTheyAreNamedByKey() {
    assertThat(
            whole(
                "{'Tags': [{'Key': 'a', 'Value': '1'}, {'Key': 'b', 'Value': '2'}]}",
                "{'Tags': [{'Key': 'b', 'Value': '3'}, {'Key': 'c', 'Value': '4'}]}"))
        .containsExactly(
            "Tags.a: {Key=a, Value=1} -> null",
            "Tags.b.Value: 2 -> 3",
            "Tags.c: null -> {Key=c, Value=4}");
  }

  @Test
  void aKeyedListWithoutUsableKeysDiffersAsAWhole() {
    assertThat(whole("{'Tags': [{'Value': '1'}]}", "{'Tags': [{'Value': '2'}]}"))
        .containsExactly("Tags: [{Value=1}] -> [{Value=2}]");
  }

  @Test
  void inListsOfOneLengthTheyAreNamedByPosition() {
    assertThat(whole("{'Steps': ['a', 'b', 'c']}", "{'Steps': ['a', 'x', 'c']}"))
        .containsExactly("Steps[1]: b -> x");
  }

  @Test
  void aListOfAnotherLengthDiffersAsAWhole() {
    assertThat(whole("{'Steps': ['a', 'b']}", "{'Steps': ['a']}"))
        .containsExactly("Steps: [a, b] -> [a]");
  }

  @Test
  void aSetDiffersAsAWhole() {
    assertThat(whole("{'Zones': ['a', 'b']}", "{'Zones': ['c', 'a']}"))
        .containsExactly("Zones: [a, b] -> [c, a]");
  }

  @Test
  void aJsonTextDiffersAsAWhole() {
    Value.MapValue first = map("{}").with("Policy", Value.of("{\"a\":1}"));
    Value.MapValue second = map("{}").with("Policy", Value.of("{\"a\":2}"));

    assertThat(texts(between(first, second))).containsExactly("Policy: {\"a\":1} -> {\"a\":2}");
  }

  @Test
  void nullAndAbsentDifferWhereNullIsAValue() {
    assertThat(whole("{'Note': null}", "{}")).containsExactly("Note: null -> null");
  }

  @Test
  void whatMayDifferIsNamedAsUnknown() {
    Value.MapValue after =
        map("{'Settings': {'Zone': 'b'}}")
            .with("Name", Value.unknown(ValueType.STRING))
            .with("Steps", Value.list(Value.unknown(ValueType.STRING), Value.of("z")));

    assertThat(
            texts(
                between(
                    map("{'Name': 'a', 'Settings': {'Zone': 'a'}, 'Steps': ['x', 'y']}"), after)))
        .containsExactly(
            "Name: a -> (known after apply) ?",
            "Settings.Zone: a -> b",
            "Steps[0]: x -> (known after apply) ?",
            "Steps[1]: y -> z");
  }

  @Test
  void whatTheSchemaDoesNotKnowDiffersAllTheSame() {
    assertThat(whole("{}", "{'Surprise': 1}")).containsExactly("Surprise: null -> 1");
  }

  @Test
  void secretsKeepTheirMark() {
    List<Difference> found =
        between(map("{}").with("Name", Value.secret(Value.of("a"))), map("{'Name': 'b'}"));

    assertThat(texts(found)).containsExactly("Name: (secret) -> b");
    assertThat(found.get(0).sensitive()).isTrue();
  }

  @Test
  void aSecretObjectDiffersAsAWhole() {
    Value.MapValue first = map("{}").with("Settings", Value.secret(map("{'Size': 1}")));

    assertThat(texts(between(first, map("{'Settings': {'Size': 2}}"))))
        .containsExactly("Settings: (secret) -> {Size=2}");
    assertThat(between(first, map("{'Settings': {'Size': 1}}"))).isEmpty();
  }

  @Test
  void aSensitivePropertyIsSensitiveThoughItsValueIsNotMarked() {
    assertThat(between(map("{'Password': 'a'}"), map("{'Password': 'b'}")))
        .singleElement()
        .matches(Difference::sensitive);
  }

  @Test
  void theyShowNoValuesOfThemselves() {
    assertThat(between(map("{'Password': 'hunter2'}"), map("{}")))
        .hasToString("[Password DIFFERENT]");
  }

  @Test
  void immutabilityIsTheStrictestOnTheWay() {
    assertThat(between(map("{'Disk': {'Kind': 'a'}}"), map("{'Disk': {'Kind': 'b'}}")))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.immutability()).isEqualTo(Immutability.YES);
              assertThat(d.attribute().immutability()).isEqualTo(Immutability.NO);
              assertThat(d.chain()).extracting(Attribute::name).containsExactly("Disk", "Kind");
            });
    assertThat(between(map("{'Settings': {'Zone': 'a'}}"), map("{'Settings': {'Zone': 'b'}}")))
        .singleElement()
        .satisfies(d -> assertThat(d.immutability()).isEqualTo(Immutability.CONDITIONAL));
    assertThat(between(map("{'Settings': {'Size': 1}}"), map("{'Settings': {'Size': 2}}")))
        .singleElement()
        .satisfies(d -> assertThat(d.immutability()).isEqualTo(Immutability.NO));
  }

  @Test
  void whatIsNotDeclaredIsTheCloudsAffair() {
    assertThat(
            declared(
                "{'Settings': {'Size': 1}}",
                "{'Name': 'made-up', 'Settings': {'Size': 1, 'Zone': 'a'}, 'Steps': ['x']}"))
        .isEmpty();
  }

  @Test
  void whatIsDeclaredIsComparedThoughItIsGone() {
    assertThat(declared("{'Name': 'a', 'Settings': {'Size': 1}}", "{'Settings': {}}"))
        .containsExactly("Name: a -> null", "Settings.Size: 1 -> null");
  }

  @Test
  void aDeclaredMapIsDeclaredAsAWhole() {
    assertThat(declared("{'Labels': {'a': '1'}}", "{'Labels': {'a': '1', 'b': '2'}}"))
        .containsExactly("Labels.b: null -> 2");
  }

  @Test
  void aDeclaredKeyedListIsDeclaredAsAWholeAndItsItemsAreNot() {
    assertThat(
            declared(
                "{'Tags': [{'Key': 'a', 'Value': '1'}]}",
                "{'Tags': [{'Key': 'a', 'Value': '1', 'Propagate': false}]}"))
        .isEmpty();
    assertThat(
            declared(
                "{'Tags': [{'Key': 'a', 'Value': '1'}]}",
                "{'Tags': [{'Key': 'b', 'Value': '2'}, {'Key': 'a', 'Value': '1'}]}"))
        .containsExactly("Tags.b: null -> {Key=b, Value=2}");
  }

  @Test
  void whatIsWriteOnlyCannotBeCompared() {
    assertThat(declared("{'Password': 'a'}", "{}")).isEmpty();
    assertThat(whole("{'Password': 'a'}", "{'Password': 'b'}")).hasSize(1);
  }

  @Test
  void outputsAreComparedLikeProperties() {
    assertThat(texts(Differences.outputs(SCHEMA, map("{'Arn': 'a'}"), map("{'Arn': 'b'}"))))
        .containsExactly("Arn: a -> b");
  }
}
