package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What only applying will tell: a result is unknown if and only if it hangs on something unknown.
 */
class UnknownsTest {
  private static final Value LATER = Value.unknown(ValueType.STRING);

  private final World world =
      World.of(new Expressions(Limits.STANDARD, System::nanoTime))
          .with("fresh", World.BUCKET, bucket())
          .with(
              "some",
              new Typed.Instances(World.BUCKET),
              Value.map(Map.of("a", bucket(), "b", World.bucket("b"))))
          .with("all", new Typed.Instances(World.BUCKET), Value.unknown(ValueType.ANY))
          .with("perhaps", new Typed.Maybe(World.BUCKET), Value.unknown(ValueType.ANY))
          .with("text", World.STRING, LATER)
          .with("flag", World.BOOLEAN, Value.unknown(ValueType.BOOLEAN))
          .with(
              "list",
              World.plain(ValueType.listOf(ValueType.STRING)),
              Value.list(Value.of("x"), LATER))
          .with(
              "map",
              World.plain(ValueType.mapOf(ValueType.STRING)),
              Value.map(Map.of("k", Value.of("x"), "u", LATER)));

  private static Value bucket() {
    return Value.map(
        Map.of("Arn", LATER, "Name", Value.of("n"), "Labels", Value.map(Map.of("u", LATER))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "fresh.Name + '!' → n!",
        "has(fresh.Name) → true",
        "some['b'].Arn + '!' → arn:b!",
        "some['a'].Name + '!' → n!",
        "some.map(k, k) → [a, b]",
        "some.map(k, some[k].Name) → [n, b]",
        "size(some) + size(list) + size(map) → 6",
        "'a' in some && 'u' in map → true",
        "list[0] + '!' → x!",
        "list.exists(e, e == 'x') → true",
        "'x' in list → true",
        "list.all(e, e != 'x') → false",
        "map.k + '!' → x!",
        "map['k'] → x",
        "flag && false → false",
        "false && flag → false",
        "flag || true → true",
        "true || flag → true",
        "true ? 'a' : text → a",
        "coalesce('a', text) → a",
        "optional.of('a').orValue(text) → a",
        "merge(map, {'q': 'w'}).q → w",
        "flatten([list, ['z']])[2] → z",
        "(list + ['z'])[2] → z",
      })
  void aResultThatHangsOnNothingUnknownIsKnown(String text, String result) {
    assertThat(world.value(text)).as(text).hasToString(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "fresh.Arn → string",
        "'a' + fresh.Arn → string",
        "has(fresh.Arn) → boolean",
        "fresh.?Arn.orValue('x') → string",
        "fresh.id → string",
        "some['a'].Arn + '!' → string",
        "all['a'].Arn → string",
        "all.map(k, k) → list(string)",
        "perhaps.?Arn.orValue('x') → string",
        "has(perhaps.Arn) → boolean",
        "perhaps.optMap(p, p.Name).orValue('x') → string",
        "list[1] + '!' → string",
        "list.exists(e, e == 'y') → boolean",
        "list.map(e, e + '!') → list(string)",
        "'y' in list → boolean",
        "list == ['x', 'y'] → boolean",
        "join(list, ',') → string",
        "sort(list) → list(string)",
        "distinct(list) → list(string)",
        "jsonEncode(map) → string",
        "jsonEncode({'a': [text]}) → string",
        "format('%s', [text]) → string",
        "flag ? 1 : 2 → integer",
        "flag && true → boolean",
        "!flag → boolean",
        "text == 'x' → boolean",
        "coalesce(text, 'x') → string",
        "sha256(text) → string",
        "flatten(all.map(k, [k])) → list(string)",
        "map.u.size() → integer",
        "fresh.Labels.u + 'x' → string",
      })
  void aResultThatHangsOnSomethingUnknownIsUnknownAndHasItsType(String text, String type) {
    Value value = world.value(text);
    assertThat(value).as(text).isInstanceOf(Value.UnknownValue.class);
    assertThat(value.type()).as(text).hasToString(type);
  }

  @Test
  void aContainerKeepsItsKnownParts() {
    assertThat(world.value("list")).isEqualTo(Value.list(Value.of("x"), LATER));
    assertThat(world.value("true ? list : []")).isEqualTo(Value.list(Value.of("x"), LATER));
    assertThat(world.value("merge(map, {'q': 'w'})"))
        .isEqualTo(Value.map(Map.of("k", Value.of("x"), "q", Value.of("w"), "u", LATER)));
  }

  @Test
  void aLiteralKeepsItsKnownParts() {
    assertThat(world.value("[{'Key': 'a', 'Value': text}, fresh.Name + '!']"))
        .isEqualTo(
            Value.list(Value.map(Map.of("Key", Value.of("a"), "Value", LATER)), Value.of("n!")));
    assertThat(world.value("{'a': 'x' + text, 'b': [flag ? 1 : 2, 3]}"))
        .isEqualTo(
            Value.map(
                Map.of(
                    "a", LATER, "b", Value.list(Value.unknown(ValueType.INTEGER), Value.of(3)))));
  }

  @Test
  void aProblemIsNotHiddenBehindAnUnknown() {
    assertThat(world.failure("some['q'].Arn").code()).isEqualTo(ExpressionProblems.NO_SUCH_KEY);
    assertThat(world.failure("list[7]").code()).isEqualTo(ExpressionProblems.OUT_OF_RANGE);
  }
}
