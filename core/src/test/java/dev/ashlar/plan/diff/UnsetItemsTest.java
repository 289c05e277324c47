package dev.ashlar.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A part that is left out of an item: declared last time, not declared any more, still there. What
 * the cloud has of its own was never declared, and is left alone.
 */
class UnsetItemsTest {
  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("t::Thing")
          .addProperty(
              Attribute.builder("keyed", list())
                  .equivalence(new Equivalence.KeyedList("k"))
                  .build())
          .addProperty(Attribute.of("listed", list()))
          .addProperty(Attribute.builder("set", list()).equivalence(Equivalence.SET).build())
          .addProperty(Attribute.of("mapped", new Shape.MapShape(Attribute.of("value", item()))))
          .addProperty(Attribute.builder("json", list()).equivalence(Equivalence.JSON).build())
          .build();

  private static Shape list() {
    return new Shape.ListShape(Attribute.of("item", item()));
  }

  private static Shape item() {
    Map<String, Attribute> parts = new LinkedHashMap<>();
    parts.put("k", Attribute.of("k", Primitive.ANY));
    parts.put("a", Attribute.of("a", Primitive.STRING));
    parts.put("kept", Attribute.builder("kept", Primitive.STRING).onUnset(OnUnset.KEEP).build());
    parts.put(
        "sticky", Attribute.builder("sticky", Primitive.STRING).onUnset(OnUnset.REPLACE).build());
    parts.put(
        "back",
        Attribute.builder("back", Primitive.STRING)
            .onUnset(OnUnset.DEFAULT)
            .defaultValue(Value.of("home"))
            .build());
    return new Shape.ObjectShape(parts);
  }

  private static Value.MapValue map(String property, String json) {
    return Value.map(Map.of(property, ValueJson.parse(json)));
  }

  private static String unsets(String property, String former, String wanted, String actual) {
    List<Unset> found =
        Unset.between(SCHEMA, map(property, former), map(property, wanted), map(property, actual));
    return found.isEmpty()
        ? "nothing"
        : found.stream()
            .map(each -> each.path() + (each.replaces() ? " replaces" : ""))
            .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "applied {0}, wanted {1}, found {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"k":"x","a":"1"}]      | [{"k":"x"}]              | [{"k":"x","a":"1"}]          | keyed.x.a
          [{"k":"x","a":"1"}]      | [{"k":"x"}]              | [{"k":"x"}]                  | nothing
          [{"k":"x"}]              | [{"k":"x"}]              | [{"k":"x","a":"server"}]     | nothing
          [{"k":"x","a":"1"}]      | [{"k":"x","a":"1"}]      | [{"k":"x","a":"1"}]          | nothing
          [{"k":"x","kept":"1"}]   | [{"k":"x"}]              | [{"k":"x","kept":"1"}]       | nothing
          [{"k":"x","sticky":"1"}] | [{"k":"x"}]              | [{"k":"x","sticky":"1"}]     | keyed.x.sticky replaces
          [{"k":"x","back":"1"}]   | [{"k":"x","back":"home"}]| [{"k":"x","back":"1"}]       | nothing
          [{"k":"x","a":"1"}]      | [{"k":"y"}]              | [{"k":"x","a":"1"}]          | nothing
          [{"k":"x","a":"1"}]      | []                       | [{"k":"x","a":"1"}]          | nothing
          [{"k":1,"a":"1"},{"k":2}]| [{"k":2},{"k":1}]        | [{"k":2},{"k":1,"a":"1"}]    | keyed[1].a
          [{"k":"x","a":"1"}]      | [{"k":"x","a":null}]     | [{"k":"x","a":"1"}]          | nothing
          """)
  void inAListWithKeysItemsBelongTogetherByTheirKey(
      String former, String wanted, String actual, String expected) {
    assertThat(unsets("keyed", former, wanted, actual)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "applied {0}, wanted {1}, found {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"k":"x","a":"1"}]      | [{"k":"x"}]              | [{"k":"x","a":"1"}]          | listed[0].a
          [{"k":"x"},{"a":"1"}]    | [{"k":"x"},{}]           | [{"k":"x"},{"a":"1"}]        | listed[1].a
          [{"k":"x"}]              | [{"k":"x"}]              | [{"k":"x","a":"server"}]     | nothing
          [{"a":"1"},{"a":"2"}]    | [{}]                     | [{"a":"1"},{"a":"2"}]        | nothing
          [{"a":"1"}]              | [{}]                     | [{"a":"1"},{"a":"2"}]        | nothing
          [{"kept":"1"}]           | [{}]                     | [{"kept":"1"}]               | nothing
          [{"sticky":"1"}]         | [{}]                     | [{"sticky":"1"}]             | listed[0].sticky replaces
          """)
  void inAPlainListTheyBelongTogetherByTheirPlace(
      String former, String wanted, String actual, String expected) {
    assertThat(unsets("listed", former, wanted, actual)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "applied {0}, wanted {1}, found {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"k":"x","a":"1"}]            | [{"k":"x"}]           | [{"k":"x","a":"1"}]             | set
          [{"k":"y"},{"k":"x","a":"1"}]  | [{"k":"x"},{"k":"y"}] | [{"k":"x","a":"1"},{"k":"y"}]   | set
          [{"k":"x","a":"1"}]            | [{"k":"x"}]           | [{"k":"x"}]                     | nothing
          [{"k":"x"}]                    | [{"k":"x"}]           | [{"k":"x","a":"server"}]        | nothing
          [{"k":"x","kept":"1"}]         | [{"k":"x"}]           | [{"k":"x","kept":"1"}]          | nothing
          [{"k":"x","a":"1"}]            | [{"k":"x","a":"1"}]   | [{"k":"x","a":"1"}]             | nothing
          [{"k":"x","a":"1"}]            | [{"k":"z"}]           | [{"k":"x","a":"1"}]             | nothing
          """)
  void inASetAnItemBelongsToTheOneThatSaysAllItSays(
      String former, String wanted, String actual, String expected) {
    assertThat(unsets("set", former, wanted, actual)).isEqualTo(expected);
  }

  @Test
  void aSetIsToldAsAWholeAndAsStrictlyAsItsParts() {
    Unset whole =
        Unset.between(
                SCHEMA,
                map("set", "[{\"k\":\"x\",\"sticky\":\"1\"}]"),
                map("set", "[{\"k\":\"x\"}]"),
                map("set", "[{\"k\":\"x\",\"sticky\":\"1\"}]"))
            .get(0);

    assertThat(whole.after()).isEqualTo(ValueJson.parse("[{\"k\":\"x\"}]"));
    assertThat(whole.attribute().immutability()).hasToString("YES");
  }

  @Test
  void theEntriesOfAMapAreItemsToo() {
    assertThat(
            unsets("mapped", "{\"one\":{\"a\":\"1\"}}", "{\"one\":{}}", "{\"one\":{\"a\":\"1\"}}"))
        .isEqualTo("mapped.one.a");
    assertThat(unsets("mapped", "{\"one\":{\"a\":\"1\"}}", "{}", "{\"one\":{\"a\":\"1\"}}"))
        .isEqualTo("nothing");
  }

  @Test
  void whatIsComparedAsOneTextHasNoParts() {
    assertThat(unsets("json", "[{\"a\":\"1\"}]", "[{}]", "[{\"a\":\"1\"}]")).isEqualTo("nothing");
  }

  @Test
  void insideASecretOnlyTheWholeIsTold() {
    Value.MapValue former = map("listed", "[{\"k\":\"x\",\"a\":\"1\"}]");
    Value.MapValue wanted = map("listed", "[{\"k\":\"x\"}]");
    Value.MapValue hidden =
        new Value.MapValue(new TreeMap<>(Map.of("listed", Value.secret(former.get("listed")))));

    assertThat(Unset.between(SCHEMA, hidden, wanted, hidden))
        .singleElement()
        .satisfies(
            unset -> {
              assertThat(unset.path()).hasToString("listed");
              assertThat(unset.before()).isEqualTo(hidden.get("listed"));
            });
  }
}
