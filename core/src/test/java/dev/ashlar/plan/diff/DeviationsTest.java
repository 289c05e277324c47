package dev.ashlar.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.diff.Deviation.Cause;
import dev.ashlar.plan.diff.Deviation.Effect;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import dev.ashlar.value.json.ValueJson;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three values of one property: applied last, wanted now, found in the cloud. */
class DeviationsTest {
  private static final ResourceSchema SCHEMA = schema().build();

  private static ResourceSchema.Builder schema() {
    return ResourceSchema.builder("t::Thing")
        .addProperty(Attribute.of("plain", Primitive.STRING))
        .addProperty(Attribute.builder("fixed", Primitive.STRING).immutable().build())
        .addProperty(
            Attribute.builder("depends", Primitive.STRING)
                .immutability(Immutability.CONDITIONAL)
                .build())
        .addProperty(
            Attribute.builder("unsaid", Primitive.STRING)
                .immutability(Immutability.UNKNOWN)
                .build())
        .addProperty(
            Attribute.builder("loose", Primitive.STRING)
                .equivalence(Equivalence.IGNORE_CASE)
                .build())
        .addProperty(Attribute.builder("kept", Primitive.STRING).onUnset(OnUnset.KEEP).build())
        .addProperty(Attribute.builder("sticky", Primitive.STRING).onUnset(OnUnset.REPLACE).build())
        .addProperty(Attribute.builder("hidden", Primitive.STRING).sensitive().build())
        .addProperty(
            Attribute.builder("password", Primitive.STRING).sensitive().writeOnly().build())
        .addProperty(Attribute.of("inner", parts()))
        .addProperty(Attribute.builder("solid", parts()).immutable().build())
        .addProperty(Attribute.builder("hush", parts()).sensitive().build());
  }

  private static Shape parts() {
    return new Shape.ObjectShape(
        new LinkedHashMap<>(
            Map.of(
                "a",
                Attribute.of("a", Primitive.STRING),
                "fixed",
                Attribute.builder("fixed", Primitive.STRING).immutable().build(),
                "sticky",
                Attribute.builder("sticky", Primitive.STRING).onUnset(OnUnset.REPLACE).build())));
  }

  private static Value.MapValue map(String json) {
    return (Value.MapValue) ValueJson.parse(json);
  }

  private static StateObject object(
      Value.MapValue applied, SortedMap<ValuePath, String> fingerprints) {
    return new StateObject(
        new ObjectId(Address.of("thing"), 1),
        false,
        "t::Thing",
        new StateObject.Home("t", "t", Value.MapValue.EMPTY),
        new StateObject.SchemaStamp(1, ""),
        StateObject.Status.READY,
        Optional.of("thing-1"),
        new StateObject.Values(applied, applied, applied, Value.MapValue.EMPTY),
        fingerprints,
        Bytes.EMPTY,
        List.of(),
        StateObject.StoredLifecycle.DEFAULT,
        Optional.empty());
  }

  private static List<Deviation> deviations(
      ResourceSchema schema, Value.MapValue applied, Value.MapValue wanted, Value.MapValue actual) {
    return new Deviations(
            schema, object(applied, new TreeMap<>()), applied, actual, value -> "fp:" + value)
        .from(wanted, Unset.between(schema, applied, wanted, actual));
  }

  @ParameterizedTest(name = "applied {0}, wanted {1}, found {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"plain":"a"}   | {"plain":"a"}   | {"plain":"a"}            | nothing
          {"plain":"a"}   | {"plain":"b"}   | {"plain":"a"}            | plain CHANGED UPDATE
          {"plain":"a"}   | {"plain":"a"}   | {"plain":"c"}            | plain DRIFTED UPDATE
          {"plain":"a"}   | {"plain":"b"}   | {"plain":"b"}            | nothing
          {"plain":"a"}   | {"plain":"b"}   | {"plain":"c"}            | plain CHANGED UPDATE
          {"plain":"a"}   | {"plain":"a"}   | {}                       | plain DRIFTED UPDATE
          {"plain":"a"}   | {}              | {"plain":"a"}            | plain CHANGED UPDATE
          {"plain":"a"}   | {}              | {}                       | nothing
          {}              | {}              | {"plain":"x"}            | nothing
          {}              | {"plain":"a"}   | {}                       | plain CHANGED UPDATE
          {"fixed":"a"}   | {"fixed":"b"}   | {"fixed":"a"}            | fixed CHANGED REPLACE
          {"fixed":"a"}   | {"fixed":"a"}   | {"fixed":"z"}            | fixed DRIFTED REPLACE
          {"fixed":"a"}   | {}              | {"fixed":"a"}            | fixed CHANGED REPLACE
          {"depends":"a"} | {"depends":"b"} | {"depends":"a"}          | depends CHANGED CONDITIONAL
          {"unsaid":"a"}  | {"unsaid":"b"}  | {"unsaid":"a"}           | unsaid CHANGED UPDATE
          {"loose":"a"}   | {"loose":"A"}   | {"loose":"a"}            | nothing
          {"loose":"a"}   | {"loose":"b"}   | {"loose":"a"}            | loose CHANGED UPDATE
          {"kept":"a"}    | {}              | {"kept":"a"}             | nothing
          {"sticky":"a"}  | {}              | {"sticky":"a"}           | sticky CHANGED REPLACE
          {"sticky":"a"}  | {"sticky":"b"}  | {"sticky":"a"}           | sticky CHANGED UPDATE
          {"inner":{"a":"x"}} | {"inner":{"a":"y"}} | {"inner":{"a":"x"}} | inner.a CHANGED UPDATE
          {"inner":{"fixed":"x"}} | {"inner":{"fixed":"y"}} | {"inner":{"fixed":"x"}} | inner.fixed CHANGED REPLACE
          {"inner":{"a":"x","fixed":"f"}} | {"inner":{"fixed":"f"}} | {"inner":{"a":"x","fixed":"f"}} | inner.a CHANGED UPDATE
          {"inner":{"a":"x"}} | {"inner":{"a":"x"}} | {"inner":{"a":"x","fixed":"server"}} | nothing
          {"solid":{"a":"x"}} | {"solid":{}} | {"solid":{"a":"x"}} | solid.a CHANGED REPLACE
          {"inner":{"sticky":"x"}} | {"inner":{}} | {"inner":{"sticky":"x"}} | inner.sticky CHANGED REPLACE
          """)
  void threeWays(String applied, String wanted, String found, String expected) {
    List<Deviation> all = deviations(SCHEMA, map(applied), map(wanted), map(found));
    String said =
        all.isEmpty()
            ? "nothing"
            : String.join(
                ", ",
                all.stream().map(d -> d.path() + " " + d.cause() + " " + d.effect()).toList());
    assertThat(said).isEqualTo(expected);
    assertThat(all).allMatch(Deviation::certain);
  }

  @ParameterizedTest(name = "applied {0}, wanted {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":"x"}               | {"a":"x"}      | nothing
          {"a":"x"}               | {"a":"y"}      | hush UPDATE
          {"a":"x","fixed":"f"}   | {"fixed":"f"}  | hush UPDATE
          {"fixed":"f"}           | {"fixed":"g"}  | hush REPLACE
          {"a":"x","fixed":"f"}   | {"a":"x"}      | hush REPLACE
          {"a":"x","sticky":"s"}  | {"a":"y"}      | hush REPLACE
          """)
  void aSecretDeviatesAsAWholeWhateverPartOfItDoes(String applied, String wanted, String expected) {
    Value.MapValue before = Value.map(Map.of("hush", Value.secret(map(applied))));
    Value.MapValue after = Value.map(Map.of("hush", Value.secret(map(wanted))));
    List<Deviation> all = deviations(SCHEMA, before, after, before);
    assertThat(
            all.isEmpty()
                ? "nothing"
                : String.join(", ", all.stream().map(d -> d.path() + " " + d.effect()).toList()))
        .isEqualTo(expected);
    assertThat(all)
        .allMatch(each -> each.sensitive() && each.after().equals(after.get("hush")))
        .allMatch(each -> each.before().equals(before.get("hush")));
  }

  @Test
  void anUnknownMayDeviate() {
    Value.MapValue unknown = Value.map(Map.of("fixed", Value.unknown(ValueType.STRING)));
    assertThat(deviations(SCHEMA, map("{\"fixed\":\"a\"}"), unknown, map("{\"fixed\":\"a\"}")))
        .singleElement()
        .matches(each -> !each.certain() && each.effect() == Effect.REPLACE);
  }

  @Test
  void whatTheCloudDoesNotShowIsAsItWasAppliedUnlessTheUserChangesIt() {
    Value.MapValue withheld =
        Value.map(Map.of("hidden", Value.secret(Value.unknown(ValueType.STRING))));
    Value.MapValue applied = Value.map(Map.of("hidden", Value.secret(Value.of("a"))));
    assertThat(deviations(SCHEMA, applied, applied, withheld)).isEmpty();
    Value.MapValue other = Value.map(Map.of("hidden", Value.secret(Value.of("b"))));
    assertThat(deviations(SCHEMA, applied, other, withheld))
        .singleElement()
        .matches(Deviation::sensitive);
  }

  @Test
  void aTypeThatCannotBeUpdatedIsReplaced() {
    ResourceSchema fixed =
        schema().operations(EnumSet.of(Operation.CREATE, Operation.READ, Operation.DELETE)).build();
    assertThat(
            deviations(
                fixed,
                map("{\"plain\":\"a\"}"),
                map("{\"plain\":\"b\"}"),
                map("{\"plain\":\"a\"}")))
        .extracting(Deviation::effect)
        .containsExactly(Effect.REPLACE);
  }

  @ParameterizedTest(name = "fingerprint of {0}, wanted {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a | "a"  | same
          a | "b"  | changed
          - | "a"  | changed
          a | null | changed
          - | null | same
          """)
  void writeOnlyValuesAreComparedByTheirFingerprints(
      String before, String wanted, String expected) {
    SortedMap<ValuePath, String> prints = new TreeMap<>();
    Value.MapValue applied = Value.MapValue.EMPTY;
    if (!before.equals("-")) {
      prints.put(ValuePath.of("password"), "fp:(secret)" + before);
      applied = applied.with("password", Value.secret(Value.unknown(ValueType.STRING)));
    }
    Value value = ValueJson.parse(wanted);
    Value.MapValue now =
        value.equals(Value.NULL)
            ? Value.MapValue.EMPTY
            : Value.map(Map.of("password", Value.secret(value)));
    List<Deviation> all =
        new Deviations(
                SCHEMA,
                object(applied, prints),
                applied,
                Value.MapValue.EMPTY,
                secret -> "fp:(secret)" + ((Value.SecretValue) secret).content())
            .from(now, List.of());
    assertThat(all.isEmpty() ? "same" : "changed").isEqualTo(expected);
    assertThat(all).allMatch(each -> each.sensitive() && each.cause() == Cause.CHANGED);
    assertThat(all.toString()).doesNotContain("after=a").doesNotContain("after=b");
  }
}
