package dev.ashlar.execution.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was in force, is to be, and is found there: which inputs a recovery records. */
class InForceTest {
  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("t::Thing")
          .addProperty(Attribute.of("a", Primitive.STRING))
          .addProperty(Attribute.of("b", Primitive.STRING))
          .addProperty(
              Attribute.of(
                  "in",
                  new Shape.ObjectShape(
                      new TreeMap<>(
                          Map.of(
                              "x",
                              Attribute.of("x", Primitive.STRING),
                              "y",
                              Attribute.of("y", Primitive.STRING))))))
          .addProperty(
              Attribute.builder("password", Primitive.STRING).sensitive().writeOnly().build())
          .build();

  private static Value.MapValue map(String json) {
    return (Value.MapValue) ValueJson.parse(json);
  }

  private static StateObject object(Value.MapValue inputs, String dependency) {
    return new StateObject(
        new ObjectId(Address.of("thing"), 1),
        false,
        "t::Thing",
        new StateObject.Home("t", "t", Value.MapValue.EMPTY),
        new StateObject.SchemaStamp(1, ""),
        StateObject.Status.IN_DOUBT,
        Optional.of("thing-1"),
        new StateObject.Values(inputs, inputs, inputs, Value.MapValue.EMPTY),
        new TreeMap<>(),
        Bytes.EMPTY,
        List.of(dependency),
        StateObject.StoredLifecycle.DEFAULT,
        Optional.empty());
  }

  @ParameterizedTest(name = "was {0}, to be {1}, found {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":"1"}               | {"a":"2"}                | {"a":"2"}                 | {"a":"2"}               | new
          {"a":"1"}               | {"a":"2"}                | {"a":"1"}                 | {"a":"1"}               | old
          {"a":"1"}               | {"a":"2"}                | {"a":"theirs"}            | {"a":"1"}               | old
          {"a":"1","b":"1"}       | {"a":"2","b":"2"}        | {"a":"2","b":"1"}         | {"a":"2","b":"1"}       | old
          {"a":"1","b":"1"}       | {"a":"2","b":"2"}        | {"a":"2","b":"theirs"}    | {"a":"2","b":"2"}       | new
          {"a":"1","b":"1"}       | {"a":"1"}                | {"a":"1"}                 | {"a":"1"}               | new
          {"a":"1","b":"1"}       | {"a":"1"}                | {"a":"1","b":"1"}         | {"a":"1","b":"1"}       | old
          {"a":"1"}               | {"a":"1","b":"2"}        | {"a":"1","b":"2"}         | {"a":"1","b":"2"}       | new
          {"in":{"x":"1","y":"1"}}| {"in":{"x":"1"}}         | {"in":{"x":"1","y":"1"}}  | {"in":{"x":"1","y":"1"}}| old
          {"in":{"x":"1","y":"1"}}| {"in":{"x":"1"}}         | {"in":{"x":"1"}}          | {"in":{"x":"1"}}        | new
          {"a":"1"}               | {"a":"2","password":"p"} | {"a":"2"}                 | {"a":"2","password":"p"}| new
          {"a":"1"}               | {"a":"1","password":"p"} | {"a":"1"}                 | {"a":"1"}               | old
          """)
  void everyPropertyIsAsItIsFound(
      String was, String wanted, String there, String expected, String dependency) {
    StateObject inForce =
        InForce.of(SCHEMA, object(map(was), "old"), object(map(wanted), "new"), map(there));

    assertThat(inForce.values().declared()).isEqualTo(map(expected));
    assertThat(inForce.values().effective()).isEqualTo(map(expected));
    assertThat(inForce.dependencies()).containsExactly(dependency);
  }
}
