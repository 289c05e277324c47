package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators, conditions, loops and conversions: every construct with its result. */
class OperatorsTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "1 + 2 * 3 → 7",
        "7 / 2 → 3",
        "-7 / 2 → -3",
        "7 % 3 → 1",
        "7.0 / 2.0 → 3.5",
        "1 + 1.5 → 2.5",
        "1.5 - 1 → 0.5",
        "2 * 2.5 → 5",
        "7 / 2.0 → 3.5",
        "params.count * params.ratio → 4.5",
        "params.count / 2 → 1",
        "-params.count → -3",
        "1e3 + 1.0 → 1001",
        "0.1 + 0.2 → 0.30000000000000004",
        "'a' + 'b' → a·b",
        "1 < 1.5 → true",
        "2.0 >= 2 → true",
        "'a' < 'b' → true",
        "false < true → true",
        "1 == 1.0 → true",
        "1 != 1.5 → true",
        "params.count == 3 → true",
        "params.ratio == 1.5 → true",
        "[1, 2.5] == [1.0, 2.5] → true",
        "{'a': 1, 'b': 'x'} == {'a': 1.0, 'b': 'x'} → true",
        "{'a': 1} == {'a': 2} → false",
        "[1] == [1, 2] → false",
        "!params.on → false",
        "true || 1 / 0 == 1 → true",
        "1 / 0 == 1 || true → true",
        "false && 1 / 0 == 1 → false",
        "params.on ? 'x' : 'y' → x",
        "(params.on ? 1 : 2.5) / 2 → 0.5",
        "(!params.on ? 1 : 2.5) * 2 → 5",
        "(params.on ? (params.on ? 1 : 2.5) : 3) / 2 → 0.5",
        "(params.on ? params.text : null) == null → false",
        "(!params.on ? params.text : null) == null → true",
        "params.empty == null → true",
        "null == params.text → false",
        "params.count != null → true",
        "params.zones == null → false",
        "params.labels != null → true",
        "key.Cost == null → true",
        "'a' in ['a', 'b'] → true",
        "2.0 in [1, 2] → true",
        "'z' in params.labels → true",
        "'q' in params.labels → false",
        "params.zones[1] → a",
        "params.zones[2 - 1] → a",
        "params.labels.z + params.labels['a'] → 1·2",
        "size('naïve') + size([1]) + size({'a': 1}) → 7",
        "'\\u00e9\\n' == r'é' + '\\n' → true",
        "[1, 2, 3].exists(x, x > 2) → true",
        "[1, 2, 3].all(x, x > 2) → false",
        "[1, 2, 3].exists_one(x, x > 2) → true",
        "['a', 'b'].all(x, x in params.zones) → true",
        "int('12') + int(3.9) → 15",
        "double('1.5') + double(2) → 3.5",
        "bool('true') → true",
        "string(1) + string(1.0) + string(true) + string('s') → 1·1·true·s",
        "string(2e23) → 2e+23",
        "string(1e23) → 1e+23",
        "string(9007199254740993.0) → 9007199254740992",
        "string(5e-324) → 5e-324",
        "string(1.7976931348623157e308) → 1.7976931348623157e+308",
        "string(timestamp('2024-02-29T12:00:00Z') + duration('24h')) → 2024-03-01T12:00:00Z",
        "timestamp('2024-02-29T12:00:00Z').getMonth() → 1",
        "duration('90m') > duration('1h') → true",
        "'abc'.contains('b') && 'abc'.startsWith('a') && 'abc'.endsWith('c') → true",
        "'hello'.charAt(1) + 'hello'.substring(3) + 'hello'.substring(0, 2) → e·lo·he",
        "'hello'.indexOf('l') * 10 + 'hello'.lastIndexOf('l') → 23",
        "'héllo'.reverse() → olléh",
      })
  void anExpressionHasItsResult(String text, String result) {
    Value value = world.value(text);
    assertThat(value.toString()).as(text).isEqualTo(result.replace("·", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "1 → integer",
        "1.5 → number",
        "1 + 1.5 → number",
        "params.on ? 1 : 2.5 → number",
        "'a' + 'b' → string",
        "1 < 2 → boolean",
        "null → null",
        "params.on ? 'a' : null → string",
        "params.on ? params.zones : null → list(string)",
        "[] → list(any)",
        "[1, 2] → list(integer)",
        "[1, 'a'] → list(any)",
        "{'a': 1} → map(integer)",
        "{} → map(any)",
        "uploads.map(k, uploads[k].Size) → list(integer)",
        "params.any → any",
        "jsonDecode('1') → any",
        "key.Tags → list(object(Key: string, Value: string))",
        "[key.Tags[0], key.Tags[1]] → list(map(any))",
      })
  void anExpressionHasItsType(String text, String type) {
    assertThat(world.compiled(text).type()).as(text).hasToString(type);
  }

  @Test
  void mapsAndListsCanBeSpelledOut() {
    assertThat(world.value("{'b': [1, true, null], 'a': {'c': key.Name}}"))
        .hasToString("{a={c=key}, b=[1, true, null]}");
    assertThat(world.value("[?params.labels.?q, ?params.labels.?z]")).hasToString("[1]");
    assertThat(world.value("{?'q': params.labels.?q, ?'z': params.labels.?z}"))
        .hasToString("{z=1}");
  }

  @Test
  void loopsOverListsKeepTheOrder() {
    assertThat(world.value("params.zones.map(z, z + '!')")).hasToString("[b!, a!]");
    assertThat(world.value("params.zones.filter(z, z != 'b')")).hasToString("[a]");
    assertThat(world.value("params.zones.map(z, z != 'b', z + '!')")).hasToString("[a!]");
    assertThat(world.value("[[1, 2], [3]].map(l, l.map(x, x * 10))"))
        .hasToString("[[10, 20], [30]]");
  }

  @Test
  void loopsOverMapsRunInTheOrderOfKeys() {
    assertThat(world.value("params.labels.map(k, k + params.labels[k])")).hasToString("[a2, z1]");
    assertThat(world.value("{'b': 1, 'a': 2}.map(k, k)")).hasToString("[a, b]");
    assertThat(world.value("uploads.filter(k, k > 'a')")).hasToString("[b]");
  }

  @Test
  void aLoopVariableShadowsAName() {
    assertThat(world.value("['x'].map(key, key)")).hasToString("[x]");
    assertThat(world.value("['x'].map(key, resources.key.Name + key)")).hasToString("[keyx]");
    assertThat(world.value("['x'].map(key, .key.Name + key)")).hasToString("[keyx]");
  }

  @Test
  void presenceCanBeTested() {
    assertThat(world.value("has(key.Name)")).isEqualTo(Value.of(true));
    assertThat(world.value("has(key.Cost)")).isEqualTo(Value.of(false));
    assertThat(world.value("has(params.labels.q)")).isEqualTo(Value.of(false));
    assertThat(world.value("has(key[\"@odata.type\"])")).isEqualTo(Value.of(true));
    assertThat(world.value("has(params.empty)")).isEqualTo(Value.of(false));
  }

  @Test
  void numbersOfAnySizePassThrough() {
    BigDecimal big = new BigDecimal("123456789012345678901234567890.123");
    world.with("big", World.NUMBER, Value.of(big));
    world.with("whole", World.INTEGER, Value.of(new BigDecimal("98765432109876543210")));
    assertThat(world.value("big")).isEqualTo(Value.of(big));
    assertThat(world.value("params.on ? big : 1.0")).isEqualTo(Value.of(big));
    assertThat(world.value("{'a': [big]}.a[0]")).isEqualTo(Value.of(big));
    assertThat(world.value("params.on ? whole : 1"))
        .isEqualTo(Value.of(new BigDecimal("98765432109876543210")));
    assertThat(world.value("big == big")).isEqualTo(Value.of(true));
    assertThat(world.value("-123456789012345678901234567890.5"))
        .isEqualTo(Value.of(new BigDecimal("-123456789012345678901234567890.5")));
  }

  @Test
  void calculatingWithLargeNumbersIsRefusedOrRounded() {
    world.with("whole", World.INTEGER, Value.of(new BigDecimal("98765432109876543210")));
    world.with("fine", World.NUMBER, Value.of(new BigDecimal("1.00000000000000000001")));
    assertThat(world.failure("whole + 1").code()).isEqualTo(ExpressionProblems.ARITHMETIC);
    assertThat(world.failure("9223372036854775807 + 1").code())
        .isEqualTo(ExpressionProblems.ARITHMETIC);
    assertThat(world.value("fine + 1.0")).isEqualTo(Value.of(2));
  }

  @Test
  void aTypedNumberStaysANumberThoughItsValueIsWhole() {
    world.with("half", World.NUMBER, Value.of(1));
    assertThat(world.value("half / 2")).isEqualTo(Value.of(new BigDecimal("0.5")));
    assertThat(world.compiled("half / 2").type()).isEqualTo(ValueType.NUMBER);
  }

  @Test
  void textsCompareByCodeUnitsOnEveryMachine() {
    assertThat(world.value("sort(['b', 'B', 'ä', 'a'])")).hasToString("[B, a, b, ä]");
  }
}
