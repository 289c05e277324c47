package dev.ashlar.schema.equivalence;

import static dev.ashlar.schema.Literals.value;
import static dev.ashlar.schema.equivalence.Equality.DIFFERENT;
import static dev.ashlar.schema.equivalence.Equality.EQUAL;
import static dev.ashlar.schema.equivalence.Equality.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When two values mean the same. */
class EquivalencesTest {
  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("acme::Thing")
          .addDefinition(
              Attribute.builder("Name", Primitive.STRING)
                  .equivalence(Equivalence.IGNORE_CASE)
                  .build())
          .build();

  private static final Value U = Value.unknown(ValueType.ANY);

  private static Equality compare(Attribute attribute, Value first, Value second) {
    Equality answer = Equivalences.compare(SCHEMA, attribute, first, second);
    assertThat(Equivalences.compare(SCHEMA, attribute, second, first))
        .as("the same the other way round")
        .isEqualTo(answer);
    return answer;
  }

  private static Equality compare(Attribute attribute, String first, String second) {
    return compare(attribute, value(first), value(second));
  }

  private static Attribute of(Shape shape, Equivalence equivalence) {
    return Attribute.builder("a", shape).equivalence(equivalence).build();
  }

  private static Attribute of(Shape shape) {
    return of(shape, Equivalence.EXACT);
  }

  private static Shape list(Attribute items) {
    return new Shape.ListShape(items);
  }

  private static Shape object(Attribute... attributes) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      byName.put(attribute.name(), attribute);
    }
    return new Shape.ObjectShape(byName);
  }

  private static final Attribute TEXTS = of(list(of(Primitive.STRING)));
  private static final Attribute SET = of(list(of(Primitive.STRING)), Equivalence.SET);
  private static final Attribute TAGS =
      of(
          list(
              of(
                  object(
                      Attribute.of("Key", Primitive.STRING),
                      Attribute.of("Value", Primitive.STRING)))),
          Equivalence.keyedBy("Key"));
  private static final Attribute OBJECT =
      of(
          object(
              Attribute.of("x", Primitive.INTEGER),
              Attribute.builder("n", Primitive.INTEGER).nullable().build()));

  @Test
  void equalNumbersAreTheSameHoweverTheyAreWritten() {
    assertThat(compare(of(Primitive.NUMBER), "1", "1.0")).isEqualTo(EQUAL);
    assertThat(compare(of(Primitive.NUMBER), "1e3", "1000")).isEqualTo(EQUAL);
    assertThat(compare(of(Primitive.NUMBER), "1", "1.1")).isEqualTo(DIFFERENT);
  }

  @Test
  void aNumberIsNotItsText() {
    assertThat(compare(of(Primitive.ANY), "1", "'1'")).isEqualTo(DIFFERENT);
  }

  @Test
  void caseCountsUnlessTheAttributeSaysOtherwise() {
    assertThat(compare(of(Primitive.STRING), "'eu-West'", "'EU-west'")).isEqualTo(DIFFERENT);
    assertThat(compare(of(Primitive.STRING, Equivalence.IGNORE_CASE), "'eu-West'", "'EU-west'"))
        .isEqualTo(EQUAL);
    assertThat(compare(of(Primitive.STRING, Equivalence.IGNORE_CASE), "'a'", "'b'"))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void aRuleHoldsForItemsInsideLists() {
    Attribute names = of(list(of(Primitive.STRING, Equivalence.IGNORE_CASE)));

    assertThat(compare(names, "['A', 'b']", "['a', 'B']")).isEqualTo(EQUAL);
    assertThat(compare(names, "['A', 'b']", "['b', 'a']")).isEqualTo(DIFFERENT);
  }

  @Test
  void aRuleOfADefinitionHoldsWhereItIsNamed() {
    assertThat(compare(of(new Shape.DefinitionShape("Name")), "'A'", "'a'")).isEqualTo(EQUAL);
  }

  @Test
  void orderCountsInLists() {
    assertThat(compare(TEXTS, "['a', 'b']", "['b', 'a']")).isEqualTo(DIFFERENT);
    assertThat(compare(TEXTS, "['a']", "['a', 'a']")).isEqualTo(DIFFERENT);
    assertThat(compare(TEXTS, "[]", "[]")).isEqualTo(EQUAL);
  }

  @Test
  void neitherOrderNorRepetitionCountsInSets() {
    assertThat(compare(SET, "['a', 'b']", "['b', 'a']")).isEqualTo(EQUAL);
    assertThat(compare(SET, "['a', 'b']", "['b', 'a', 'b']")).isEqualTo(EQUAL);
    assertThat(compare(SET, "['a', 'b']", "['a', 'c']")).isEqualTo(DIFFERENT);
    assertThat(compare(SET, "['a', 'b']", "['a']")).isEqualTo(DIFFERENT);
    assertThat(compare(SET, "[]", "['a']")).isEqualTo(DIFFERENT);
  }

  @Test
  void itemsOfASetAreComparedByTheirOwnRule() {
    Attribute names = of(list(of(Primitive.STRING, Equivalence.IGNORE_CASE)), Equivalence.SET);

    assertThat(compare(names, "['A', 'b']", "['B', 'a']")).isEqualTo(EQUAL);
  }

  @Test
  void anUnknownInASetMayStandForWhatIsMissing() {
    assertThat(compare(SET, Value.list(U, Value.of("a")), value("['a', 'b']"))).isEqualTo(UNKNOWN);
    assertThat(compare(SET, Value.list(U), value("['a']"))).isEqualTo(UNKNOWN);
  }

  @Test
  void anUnknownInASetStandsForOneItemOnly() {
    assertThat(compare(SET, Value.list(U, Value.of("a")), value("['a', 'b', 'c']")))
        .isEqualTo(DIFFERENT);
    assertThat(compare(SET, Value.list(U, U, Value.of("a")), value("['a', 'b', 'c']")))
        .isEqualTo(DIFFERENT);
    assertThat(
            compare(
                SET,
                Value.list(U, Value.unknown(ValueType.STRING), Value.of("a")),
                value("['a', 'b', 'c']")))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void aSetThatLacksAKnownItemIsAnotherWhateverTheUnknownIs() {
    assertThat(compare(SET, Value.list(U, Value.of("x")), value("['a', 'b']")))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void aKeyedListIsTheSameInAnyOrder() {
    assertThat(
            compare(
                TAGS,
                "[{'Key': 'a', 'Value': '1'}, {'Key': 'b', 'Value': '2'}]",
                "[{'Key': 'b', 'Value': '2'}, {'Key': 'a', 'Value': '1'}]"))
        .isEqualTo(EQUAL);
    assertThat(compare(TAGS, "[{'Key': 'a', 'Value': '1'}]", "[{'Key': 'a', 'Value': '2'}]"))
        .isEqualTo(DIFFERENT);
    assertThat(compare(TAGS, "[{'Key': 'a', 'Value': '1'}]", "[{'Key': 'b', 'Value': '1'}]"))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void aKeyedListWithoutUsableKeysIsComparedAsASet() {
    assertThat(
            compare(TAGS, "[{'Value': '1'}, {'Value': '2'}]", "[{'Value': '2'}, {'Value': '1'}]"))
        .isEqualTo(EQUAL);
    assertThat(
            compare(
                TAGS,
                "[{'Key': 'a', 'Value': '1'}, {'Key': 'a', 'Value': '2'}]",
                "[{'Key': 'a', 'Value': '2'}, {'Key': 'a', 'Value': '1'}]"))
        .isEqualTo(EQUAL);
  }

  @Test
  void anItemWithAnUnknownKeyLeavesTheAnswerOpen() {
    Value open = Value.list(Value.map(Map.of("Key", U, "Value", Value.of("1"))));

    assertThat(compare(TAGS, open, value("[{'Key': 'a', 'Value': '1'}]"))).isEqualTo(UNKNOWN);
    assertThat(compare(TAGS, open, value("[{'Key': 'a', 'Value': '2'}]"))).isEqualTo(DIFFERENT);
  }

  @Test
  void absentAndNullAreTheSame() {
    assertThat(compare(OBJECT, "{'x': null, 'n': 1}", "{'n': 1}")).isEqualTo(EQUAL);
    assertThat(compare(OBJECT, "{'x': 0, 'n': 1}", "{'n': 1}")).isEqualTo(DIFFERENT);
  }

  @Test
  void absentAndNullDifferWhereNullIsAValueOfItsOwn() {
    assertThat(compare(OBJECT, "{'n': null}", "{}")).isEqualTo(DIFFERENT);
    assertThat(compare(OBJECT, "{'n': null}", "{'n': null}")).isEqualTo(EQUAL);
    assertThat(compare(OBJECT, "{'n': null}", "{'n': 1}")).isEqualTo(DIFFERENT);
  }

  @Test
  void whatTheSchemaDoesNotKnowIsComparedAllTheSame() {
    assertThat(compare(OBJECT, "{'more': 1}", "{'more': 2}")).isEqualTo(DIFFERENT);
    assertThat(compare(OBJECT, "{'more': 1}", "{'more': 1}")).isEqualTo(EQUAL);
  }

  @Test
  void mapsAreComparedEntryByEntry() {
    Attribute map = of(new Shape.MapShape(of(Primitive.STRING, Equivalence.IGNORE_CASE)));

    assertThat(compare(map, "{'a': 'X', 'b': null}", "{'a': 'x'}")).isEqualTo(EQUAL);
    assertThat(compare(map, "{'a': 'x'}", "{'A': 'x'}")).isEqualTo(DIFFERENT);
    assertThat(compare(map, "{'a': 'x'}", "{}")).isEqualTo(DIFFERENT);
  }

  @Test
  void anUnknownLeavesTheAnswerOpen() {
    assertThat(compare(of(Primitive.STRING), U, value("'a'"))).isEqualTo(UNKNOWN);
    assertThat(compare(of(Primitive.STRING), U, U)).isEqualTo(UNKNOWN);
    assertThat(compare(of(Primitive.STRING), U, Value.NULL)).isEqualTo(UNKNOWN);
    assertThat(compare(TEXTS, Value.list(U, Value.of("b")), value("['a', 'b']")))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void aKnownDifferenceDecidesWhateverTheUnknownIs() {
    assertThat(compare(TEXTS, Value.list(U, Value.of("b")), value("['a', 'c']")))
        .isEqualTo(DIFFERENT);
    assertThat(compare(TEXTS, Value.list(U), value("['a', 'c']"))).isEqualTo(DIFFERENT);
    assertThat(compare(OBJECT, Value.map(Map.of("x", U, "n", Value.of(1))), value("{'n': 2}")))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void secretsAreComparedByTheirContent() {
    Attribute text = of(Primitive.STRING);

    assertThat(compare(text, Value.secret(Value.of("a")), Value.of("a"))).isEqualTo(EQUAL);
    assertThat(compare(text, Value.secret(Value.of("a")), Value.secret(Value.of("b"))))
        .isEqualTo(DIFFERENT);
    assertThat(compare(text, Value.secret(U), Value.secret(Value.of("b")))).isEqualTo(UNKNOWN);
    assertThat(
            compare(
                SET, Value.list(Value.secret(Value.of("a")), Value.of("b")), value("['b','a']")))
        .isEqualTo(EQUAL);
  }

  @Test
  void jsonTextsAreTheSameWhenTheyAreTheSameJson() {
    Attribute json = of(Primitive.STRING, Equivalence.JSON);

    assertThat(compare(json, Value.of("{\"a\": 1.0, \"b\": []}"), Value.of("{\"b\":[],\"a\":1}")))
        .isEqualTo(EQUAL);
    assertThat(compare(json, Value.of("[1, 2]"), Value.of("[2, 1]"))).isEqualTo(DIFFERENT);
    assertThat(compare(json, Value.of("{\"a\":1}"), value("{'a': 1}"))).isEqualTo(EQUAL);
    assertThat(compare(json, Value.of("{\"a\":null}"), Value.of("{}"))).isEqualTo(DIFFERENT);
  }

  @Test
  void whatIsNoJsonIsComparedAsText() {
    Attribute json = of(Primitive.STRING, Equivalence.JSON);

    assertThat(compare(json, Value.of("{a"), Value.of("{a"))).isEqualTo(EQUAL);
    assertThat(compare(json, Value.of("{a"), Value.of("{ a"))).isEqualTo(DIFFERENT);
    assertThat(compare(json, Value.of("{\"a\":1,\"a\":2}"), Value.of("{\"a\":2}")))
        .isEqualTo(DIFFERENT);
    assertThat(compare(json, Value.of(""), Value.of(" "))).isEqualTo(DIFFERENT);
  }

  @Test
  void aKeyWithADollarSignIsAnOrdinaryKeyOfJson() {
    Attribute json = of(Primitive.STRING, Equivalence.JSON);

    assertThat(compare(json, Value.of("{\"$unknown\":\"any\"}"), Value.of("{\"$secret\":1}")))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void deepJsonIsComparedAsTextAndBreaksNothing() {
    Attribute json = of(Primitive.STRING, Equivalence.JSON);
    String deep = "[".repeat(5000) + "]".repeat(5000);

    assertThat(compare(json, Value.of(deep), Value.of(deep + " "))).isEqualTo(DIFFERENT);
  }

  @Test
  void whatTheConnectorDecidesIsExactForTheEngine() {
    assertThat(compare(of(Primitive.STRING, Equivalence.CONNECTOR), "'a'", "'A'"))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void inAnythingNullIsAValue() {
    assertThat(compare(of(Primitive.ANY), "{'a': null}", "{}")).isEqualTo(DIFFERENT);
    assertThat(compare(of(Primitive.ANY), "{'a': [1, {'b': 2}]}", "{'a': [1, {'b': 2.0}]}"))
        .isEqualTo(EQUAL);
  }
}
