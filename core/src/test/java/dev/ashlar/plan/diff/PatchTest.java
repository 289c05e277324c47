package dev.ashlar.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {
  private static Value.MapValue map(String json) {
    return (Value.MapValue) ValueJson.parse(json);
  }

  @ParameterizedTest(name = "{0} with {2} at {1} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1}             | /a   | 2    | {"a":2}
          {"a":1}             | /b   | 2    | {"a":1,"b":2}
          {"a":1}             | /a   | null | {}
          {"a":1}             | /b   | null | {"a":1}
          {}                  | /a/b | 2    | {"a":{"b":2}}
          {}                  | /a/b | null | {}
          {"a":{"b":1,"c":2}} | /a/b | null | {"a":{"c":2}}
          {"a":1}             | /a/b | 2    | {"a":1}
          """)
  void aValueIsPutAtItsPlace(String whole, String path, String value, String expected) {
    assertThat(Patch.set(map(whole), ValuePath.ofPointer(path), ValueJson.parse(value)))
        .isEqualTo(map(expected));
  }

  @Test
  void anItemOfAListIsReplacedAndNoneIsAdded() {
    Value.MapValue whole = map("{\"a\":[1,2]}");
    ValuePath list = ValuePath.of("a");
    assertThat(Patch.set(whole, list.index(1), Value.of(9))).isEqualTo(map("{\"a\":[1,9]}"));
    assertThat(Patch.set(whole, list.index(2), Value.of(9))).isEqualTo(whole);
    assertThat(Patch.set(whole, list.key("x"), Value.of(9))).isEqualTo(whole);
  }

  @Test
  void aSecretStaysOne() {
    Value.MapValue whole = Value.MapValue.EMPTY.with("a", Value.secret(map("{\"b\":1}")));
    Value changed = Patch.set(whole, ValuePath.of("a", "b"), Value.of(2)).get("a");
    assertThat(changed).isEqualTo(Value.secret(map("{\"b\":2}")));
  }

  @Test
  void theWholeIsNeverReplacedBySomethingElse() {
    Value.MapValue whole = map("{\"a\":1}");
    assertThat(Patch.set(whole, ValuePath.ROOT, Value.of(1))).isEqualTo(whole);
  }
}
