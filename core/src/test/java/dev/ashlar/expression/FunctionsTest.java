package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions of the language: what each gives, and what each refuses. */
class FunctionsTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "join(params.zones, ', ') → b, a",
        "params.zones.join('-') → b-a",
        "['a', 'b'].join() → ab",
        "[1, 2.5, true].join('/') → 1/2.5/true",
        "split('a,b,,c', ',') → [a, b, , c]",
        "'a,b,c'.split(',', 2) → [a, b,c]",
        "'äbc'.split('') → [ä, b, c]",
        "'a'.split(',') → [a]",
        "replace('aXbX', 'X', '-') → a-b-",
        "'aXbX'.replace('X', '-', 1) → a-bX",
        "'ab'.replace('', '.') → .a.b.",
        "lower('ÄB') + 'AB'.lower() → äbab",
        "upper('äb') + 'ab'.upper() → ÄBAB",
        "'ÄB'.lowerAscii() + 'äb'.upperAscii() → ÄbäB",
        "trim('  a b ') + '.' → a b.",
        "format('%s|%s|%s', ['a', 1, true]) → a|1|true",
        "'%d%%'.format([7]) → 7%",
        "format('%03d|%3d|%03d', [7, 7, -7]) → 007|  7|-07",
        "format('%x|%X|%o|%b', [255, 255, 8, 5]) → ff|FF|10|101",
        "format('%f|%.2f|%.0f', [1.5, 2.345, 2.5]) → 1.500000|2.34|2",
        "format('|%5s|', ['ab']) → |   ab|",
        "matches('abc', '^a.c$') → true",
        "'xabcx'.matches('abc') → true",
        "'abc'.matches('(?i)ABC') → true",
        "merge({'a': 1, 'b': 1}, {'b': 2}) → {a=1, b=2}",
        "merge({'a': 1}, {'b': 2}, {'a': 3}) → {a=3, b=2}",
        "merge() → {}",
        "merge(params.labels, {'q': 'w'}).q → w",
        "flatten([[1], [], [2, 3]]) → [1, 2, 3]",
        "[['a'], params.zones].flatten() → [a, b, a]",
        "distinct([3, 1, 3, 2, 1]) → [3, 1, 2]",
        "params.zones.distinct() → [b, a]",
        "sort([3, 1, 2.5]) → [1, 2.5, 3]",
        "params.zones.sort() → [a, b]",
        "sort([true, false]) → [false, true]",
        "coalesce(params.empty, 'x') → x",
        "coalesce(params.text, 'x') → hello",
        "coalesce(params.empty, null, params.text) → hello",
        "coalesce(params.text, string(1 / 0)) → hello",
        "coalesce(coalesce(params.empty, null), 'x') → x",
        "coalesce(null, null) → null",
        "coalesce(params.labels, {'a': 'b'}).z → 1",
        "jsonEncode({'b': [1, 2.50, true, null], 'a': 'x\\\"y'}) →"
            + " {\"a\":\"x\\\"y\",\"b\":[1,2.5,true,null]}",
        "jsonEncode({'$schema': 'x'}) → {\"$schema\":\"x\"}",
        "jsonDecode('{\"$secret\": true, \"a\": [1.0, 1e2]}') → {$secret=true, a=[1, 100]}",
        "jsonDecode('[1, \"a\"]')[1] → a",
        "jsonDecode(jsonEncode(params.labels)).z → 1",
        "base64Encode('hé') → aMOp",
        "base64Decode('aMOp') → hé",
        "sha256('') → e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "cidrSubnet('10.0.0.0/16', 8, 2) → 10.0.2.0/24",
        "cidrSubnet('10.0.5.7/16', 0, 0) → 10.0.0.0/16",
        "cidrSubnet('fd00::/48', 16, 258) → fd00:0:0:102::/64",
        "cidrHost('10.0.0.0/24', 5) → 10.0.0.5",
        "cidrHost('10.0.0.0/24', -1) → 10.0.0.255",
        "cidrHost('fd00::/64', 255) → fd00::ff",
        "identity(key) → id-key",
        "identity(uploads['a']) → id-a",
        "identity(uploads[params.zones[0]]) → id-b",
        "optional.of(1).orValue(2) + optional.none().orValue(2) → 3",
        "params.zones.first().orValue('') + params.zones.last().orValue('') → ba",
      })
  void aFunctionGivesItsResult(String text, String result) {
    assertThat(world.value(text).toString()).as(text).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "[[1]].join(',') → join() takes texts, numbers and booleans, and was given a list.",
        "[null].join(',') → join() takes texts, numbers and booleans, and was given null.",
        "format('%d', ['a']) → format() needs a whole number for %d, %x, %X, %o and %b.",
        "format('%d', [1.5]) → format() needs a whole number for %d, %x, %X, %o and %b.",
        "format('%f', ['a']) → format() needs a number for %f.",
        "format('%s %s', ['a']) → format() was given fewer values than its pattern has verbs.",
        "format('%s', ['a', 'b']) → format() was given more values than its pattern has verbs.",
        "format('%q', ['a']) → format() knows the verbs %s %d %x %X %o %b %f and %%.",
        "format('100%', [1]) → format() was given a \"%\" without a verb: write \"%%\" for itself.",
        "matches('a', '(') → matches() was given a pattern that is not one of RE2's.",
        "matches('a', '(?=a)') → matches() was given a pattern that is not one of RE2's.",
        "matches('a', '((a{100}){100}){100}') → matches() was given too large a pattern for so long"
            + " a text.",
        "merge(params.any[0], {'a': 1}) → merge() takes maps.",
        "flatten([params.any[0]]) → flatten() takes a list of lists.",
        "sort([1, 'a']) → sort() takes items of one type.",
        "sort([[1], [2]]) → sort() takes texts, numbers or booleans.",
        "jsonDecode('{') → jsonDecode() was given a text that is not JSON.",
        "jsonDecode('') → jsonDecode() was given an empty text.",
        "jsonDecode('1 2') → jsonDecode() was given more than one JSON value.",
        "jsonDecode('1e999999') → jsonDecode() was given a text that is not JSON.",
        "jsonDecode('{\"a\": 1, \"a\": 2}') → jsonDecode() was given an object with a key twice.",
        "base64Decode('!') → base64Decode() was given a text that is not Base64.",
        "base64Decode('/w==') → base64Decode() gives texts, and these bytes are not UTF-8.",
        "cidrSubnet('10.0.0.0', 8, 2) → cidrSubnet() takes a block of addresses such as"
            + " \"10.0.0.0/16\".",
        "cidrSubnet('10.0.0.0/33', 8, 2) → cidrSubnet() takes a block of addresses such as"
            + " \"10.0.0.0/16\".",
        "cidrSubnet('10.0.0.0/16', 17, 0) → cidrSubnet() adds bits to the prefix: here from 0 to 16"
            + " of them.",
        "cidrSubnet('10.0.0.0/16', 8, 256) → cidrSubnet() has no subnet of this number: the bits do"
            + " not hold it.",
        "cidrSubnet('10.0.0.0/16', 8, -1) → cidrSubnet() has no subnet of this number: the bits do"
            + " not hold it.",
        "cidrHost('10.0.0.0/24', 256) → cidrHost() has no address of this number in the block.",
        "cidrHost('x/24', 1) → cidrHost() takes a block of addresses such as \"10.0.0.0/16\".",
        "int('x') → int() cannot work with this value.",
        "{'a': 1, params.labels.z: 2, '1': 3} → A map is given the same key twice.",
        "'abc'.charAt(7) → charAt() cannot work with this value.",
        "timestamp('yesterday') → timestamp() cannot work with this value.",
      })
  void aFunctionSaysWhatItDoesNotTake(String text, String detail) {
    String shown = text.startsWith("timestamp") ? "string(" + text + ")" : text;
    Problem problem = world.failure(shown);
    assertThat(problem.detail()).as(text).isEqualTo(detail);
    assertThat(problem.code()).as(text).isEqualTo(ExpressionProblems.BAD_ARGUMENT);
  }

  @Test
  void aPropertyIsLeftOut() {
    assertThat(world.evaluation("omit()")).isEqualTo(new Evaluation.Omitted());
    assertThat(world.evaluation("params.on ? omit() : 'x'")).isEqualTo(new Evaluation.Omitted());
    assertThat(world.value("params.on ? 'x' : omit()")).isEqualTo(Value.of("x"));
    assertThat(world.compiled("params.on ? omit() : 'x'").type()).hasToString("string");
  }

  @Test
  void anEntryOrItemIsLeftOut() {
    assertThat(world.value("{'a': omit(), 'b': 1}")).hasToString("{b=1}");
    assertThat(world.value("[1, params.on ? omit() : 2, 3]")).hasToString("[1, 3]");
    assertThat(world.value("params.on ? {'a': omit(), 'b': [omit()]} : {}")).hasToString("{b=[]}");
  }

  @Test
  void anOperandCannotBeLeftOut() {
    assertThat(world.refused("'a' + omit()").code()).isEqualTo(ExpressionProblems.MISPLACED_OMIT);
    assertThat(world.refused("size([omit()])").code()).isEqualTo(ExpressionProblems.MISPLACED_OMIT);
    assertThat(world.refused("omit() ? 1 : 2").code()).isEqualTo(ExpressionProblems.MISPLACED_OMIT);
    assertThat(world.refused("omit() == 1").code()).isEqualTo(ExpressionProblems.MISPLACED_OMIT);
  }
}
