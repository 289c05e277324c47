package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an expression: its kind, its place, and the way out. */
class ProblemsTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "nope → unknown-name → 0 → There is no \"nope\" here.",
        "uplods.a → unknown-name → 0 → There is no \"uplods\" here. Did you mean \"uploads\"?",
        "'a' + prams.text → unknown-name → 6 → There is no \"prams\" here. Did you mean"
            + " \"params\"?",
        "resources.kye.Arn → unknown-name → 10 → There is no \"kye\" here. Did you mean \"key\"?",
        "each.key → unknown-name → 0 → \"each\" exists only where there is a forEach.",
        "key.arn → unknown-attribute → 4 → \"key\" (test::Bucket) has no attribute \"arn\". Did you"
            + " mean \"Arn\"?",
        "key.Nmae + 'x' → unknown-attribute → 4 → \"key\" (test::Bucket) has no attribute \"Nmae\"."
            + " Did you mean \"Name\"?",
        "key['Zzzzzz'] → unknown-attribute → 4 → \"key\" (test::Bucket) has no attribute"
            + " \"Zzzzzz\".",
        "key.Tags[0].Vlue → unknown-attribute → 12 → \"key.Tags[0]\" has no attribute \"Vlue\". Did"
            + " you mean \"Value\"?",
        "key.Tags.Key → unknown-attribute → 9 → \"key.Tags\" is a list and has no attribute"
            + " \"Key\". Read an item first, [0].",
        "key.Arn.x → unknown-attribute → 8 → \"key.Arn\" is a text and has no attribute \"x\".",
        "key[0] → unknown-attribute → 4 → \"key\" is read by names: a number cannot index it.",
        "key.Arn[0] → unknown-attribute → 8 → \"key.Arn\" is a text: a number cannot index it.",
        "archive.?Arm.orValue('') → unknown-attribute → 9 → \"archive\" (test::Bucket) has no"
            + " attribute \"Arm\". Did you mean \"Arn\"?",
        "has(key.Nmae) → unknown-attribute → 8 → \"key\" (test::Bucket) has no attribute \"Nmae\"."
            + " Did you mean \"Name\"?",
        "uploads.map(k, uploads[k].Arm) → unknown-attribute → 26 → This (test::Bucket) has no"
            + " attribute \"Arm\". Did you mean \"Arn\"?",
        "key.Tags.map(t, t.Kye) → unknown-attribute → 18 → This has no attribute \"Kye\". Did you"
            + " mean \"Key\"?",
        "jion(params.zones) → unknown-function → 0 → There is no function \"jion\". Did you mean"
            + " \"join\"?",
        "params.text.uper() → unknown-function → 12 → There is no function \"uper\". Did you mean"
            + " \"upper\"?",
        "dyn(1) → unknown-function → 0 → There is no function \"dyn\".",
        "type(1) → unknown-function → 0 → There is no function \"type\".",
        "now() → unknown-function → 0 → There is no function \"now\".",
        "'a' + 1 → type-mismatch → 4 → \"+\" does not work with a text and a whole number.",
        "params.text + params.count → type-mismatch → 12 → \"+\" does not work with a text and a"
            + " whole number.",
        "1 == 'a' → type-mismatch → 2 → \"==\" does not work with a whole number and a text.",
        "params.on && 1 → type-mismatch → 10 → \"&&\" does not work with a boolean and a whole"
            + " number.",
        "params.on ? 1 : 'a' → type-mismatch → 10 → The condition does not work with a boolean, a"
            + " whole number and a text.",
        "!params.text → type-mismatch → 0 → \"!\" does not work with a text.",
        "-params.text → type-mismatch → 0 → \"-\" does not work with a text.",
        "upper(1) → type-mismatch → 0 → upper() does not work with a whole number.",
        "upper() → type-mismatch → 0 → upper() does not work with nothing.",
        "params.zones['a'] → unknown-attribute → 13 → \"params.zones\" is a list and has no"
            + " attribute \"a\". Read an item first, [0].",
        "params.labels[1] → unknown-attribute → 14 → \"params.labels\" is a map: a number cannot"
            + " index it.",
        "params.text.map(x, x) → type-mismatch → 12 → The types here do not fit together.",
        "timestamp('2024-01-01T00:00:00Z') → result-type → 0 → The result is a timestamp, which no"
            + " document can hold.",
        "b'a' → result-type → 0 → The result is bytes, which no document can hold.",
        "1u → result-type → 0 → The result is an unsigned number, which no document can hold.",
        "{1: 2} → result-type → 0 → The result is a map, which no document can hold.",
        "1 + → syntax → 3 → The expression ends where something is still missing.",
        "1 + * 2 → syntax → 4 → Reading stopped at \"*\".",
        "a b → syntax → 2 → Reading stopped at \"b\".",
        "a. → syntax → 2 → The expression ends where something is still missing.",
        "'a → syntax → 0 → Reading stopped at \"'\".",
        "key.while + @ → syntax → 12 → Reading stopped at \"@\".",
        "has(1) → syntax → 3 → Reading stopped at \"(\".",
        "params.zones.map(1, 2) → syntax → 16 → Reading stopped at \"(\".",
        "9223372036854775808 + 1 → syntax → 0 → A whole number in an expression has at most 64"
            + " bits; alone it may have any size.",
        "1e400 + 1.0 → arithmetic → 0 → The number is beyond what a double can hold.",
        "a.b{c: 1} → syntax → 3 → Typed literals are not part of the language: write a map, {\"a\":"
            + " 1}.",
      })
  void anExpressionIsRefused(String text, String kind, int offset, String detail) {
    Problem problem = world.refused(text);
    assertThat(problem.detail()).as(text).isEqualTo(detail);
    assertThat(problem.code().id()).as(text).isEqualTo("expression." + kind);
    assertThat(problem.offset()).as(text).isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "1 / 0 → arithmetic → 2 → This divides by zero.",
        "1 % 0 → arithmetic → 2 → This divides by zero.",
        "1.0 / 0.0 → arithmetic → 0 → The calculation has no finite number as its result.",
        "'x' + string(1.0 / 0.0) → arithmetic → 6 → The calculation has no finite number as its"
            + " result.",
        "9223372036854775807 + 1 → arithmetic → 20 → The result of \"+\" does not fit into 64"
            + " bits.",
        "params.zones[7] → out-of-range → 13 → \"params.zones\" has no item 7.",
        "'x' + params.zones[7] → out-of-range → 19 → \"params.zones\" has no item 7.",
        "params.zones[8 - 1] → out-of-range → 12 → The list has no item at this position.",
        "params.zones[-1] → out-of-range → 12 → The list has no item at this position.",
        "params.labels.q → no-such-key → 14 → \"params.labels\" has no key \"q\".",
        "params.labels['q'] + 'x' → no-such-key → 14 → \"params.labels\" has no key \"q\".",
        "params.labels[params.text] → no-such-key → 13 → The map has no such key.",
        "{'a': 1}.b → no-such-key → 8 → There is no key \"b\" here.",
        "params.empty.size() → no-value → 13 → \"params.empty\" is not set (null).",
        "'a' + params.empty → no-value → 4 → \"params.empty\" is not set (null).",
        "params.any[1] + 1 → type-mismatch → 14 → \"+\" cannot work with values of these types. One"
            + " of them may be null; and numbers beyond 64 bits can only be passed on.",
        "params.any.x → type-mismatch → 11 → \"params.any\" is a list: \"params.any.x\" cannot be"
            + " read.",
        "params.any[0].x → type-mismatch → 14 → \"params.any[0]\" is a whole number:"
            + " \"params.any[0].x\" cannot be read.",
        "int('x') → bad-argument → 0 → int() cannot work with this value.",
        "'\uD83D\uDE00' + string(int('x')) → bad-argument → 13 → int() cannot work with this"
            + " value.",
      })
  void anEvaluationFails(String text, String kind, int offset, String detail) {
    Problem problem = world.failure(text);
    assertThat(problem.detail()).as(text).isEqualTo(detail);
    assertThat(problem.code().id()).as(text).isEqualTo("expression." + kind);
    assertThat(problem.offset()).as(text).isEqualTo(offset);
  }

  @Test
  void allProblemsComeAtOnceInTheirOrder() {
    Compilation.Refused refused =
        (Compilation.Refused) world.compile("key.Arm + nope + jion([]) + upper(1)");
    assertThat(refused.problems())
        .extracting(problem -> problem.code().id(), Problem::offset)
        .containsExactly(
            tuple("expression.unknown-attribute", 4),
            tuple("expression.unknown-name", 10),
            tuple("expression.unknown-function", 17),
            tuple("expression.type-mismatch", 28));
  }

  @Test
  void aSharedProgramReportsThePlaceInEachExpression() {
    assertThat(world.failure("1 / 0").offset()).isEqualTo(2);
    assertThat(world.failure("   12345   / 0").offset()).isEqualTo(11);
  }

  @Test
  void anEmptyExpressionIsAProblem() {
    assertThat(world.refused(" ").code()).isEqualTo(ExpressionProblems.EMPTY);
  }
}
