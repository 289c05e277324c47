package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.expression.Interpolation.Code;
import dev.ashlar.expression.Interpolation.Literal;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a text is cut into literals and expressions, and put together again. */
class InterpolationTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @Test
  void aTextWithoutExpressionsIsALiteral() {
    assertThat(parts("plain } text { $ $a")).containsExactly(new Literal("plain } text { $ $a"));
    assertThat(interpolation("plain").isLiteral()).isTrue();
    assertThat(parts("")).isEmpty();
  }

  @Test
  void expressionsStandBetweenBraces() {
    assertThat(parts("a-${b}-c${ d }"))
        .containsExactly(
            new Literal("a-"), new Code("b", 4), new Literal("-c"), new Code(" d ", 10));
  }

  @Test
  void aTextThatIsOneExpressionIsSingle() {
    assertThat(interpolation("${a.b}").isSingle()).isTrue();
    assertThat(interpolation("${a.b} ").isSingle()).isFalse();
    assertThat(interpolation("${a}${b}").isSingle()).isFalse();
  }

  @Test
  void twoDollarsEscape() {
    assertThat(parts("echo $${HOME} ${a}"))
        .containsExactly(new Literal("echo ${HOME} "), new Code("a", 16));
    assertThat(parts("$$${a}")).containsExactly(new Literal("$${a}"));
  }

  @Test
  void bracesInsideAreBalanced() {
    assertThat(parts("${{'a': {'b': 1}}}")).containsExactly(new Code("{'a': {'b': 1}}", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'}'",
        "\"}\"",
        "'\\'}'",
        "\"\\\"}\"",
        "'''it's } here'''",
        "\"\"\"a \" } b\"\"\"",
        "r'\\' + '}'",
        "R\"\\\" + '}'",
        "rb'\\' + '}'",
        "a.`b}c`",
        "a // }\n + b",
        "'''\n}\n'''",
        "bar'}'"
      })
  void quotesHideBraces(String code) {
    assertThat(parts("x${" + code + "}y"))
        .containsExactly(new Literal("x"), new Code(code, 3), new Literal("y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ${b",
        "a ${b 'c}",
        "a ${{b}",
        "a ${b 'c\n'}",
        "a ${'''}",
        "a ${`}",
        "a ${b // }",
        "a ${"
      })
  void anExpressionThatDoesNotEndIsAProblem(String text) {
    assertThat(problem(text).code()).isEqualTo(ExpressionProblems.UNTERMINATED);
    assertThat(problem(text).offset()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D\uDE00${}", "\uD83D\uDE00${ \n}"})
  void anEmptyExpressionIsAProblemAtItsCodePoint(String text) {
    assertThat(problem(text).code()).isEqualTo(ExpressionProblems.EMPTY);
    assertThat(problem(text).offset()).isEqualTo(1);
  }

  @Test
  void offsetsCountCodePoints() {
    assertThat(parts("\uD83D\uDE00${a}\uD83D\uDE00${b}"))
        .containsExactly(
            new Literal("\uD83D\uDE00"),
            new Code("a", 3),
            new Literal("\uD83D\uDE00"),
            new Code("b", 8));
  }

  @Test
  void aSingleExpressionKeepsItsType() {
    assertThat(evaluated("${params.count}")).isEqualTo(Value.of(3));
    assertThat(evaluated("${params.zones}")).isEqualTo(Value.list(Value.of("b"), Value.of("a")));
    assertThat(evaluated("${params.empty}")).isEqualTo(Value.NULL);
  }

  @Test
  void textsNumbersAndBooleansJoin() {
    assertThat(evaluated("${params.text}/${params.count}/${params.ratio}/${params.on}"))
        .isEqualTo(Value.of("hello/3/1.5/true"));
  }

  @Test
  void numbersHaveTheirOneText() {
    assertThat(evaluated("n=${100.0}")).isEqualTo(Value.of("n=100"));
    assertThat(evaluated("n=${2e23 + 0.0}")).isEqualTo(Value.of("n=2e+23"));
    assertThat(evaluated("n=${0.1 + 0.2}")).isEqualTo(Value.of("n=0.30000000000000004"));
    world.with("big", World.NUMBER, Value.of(new BigDecimal("12345678901234567890.123456789")));
    assertThat(evaluated("n=${big}")).isEqualTo(Value.of("n=12345678901234567890.123456789"));
  }

  @Test
  void nullListsAndMapsAreRefusedInsideAText() {
    assertThat(failed("a ${params.empty}"))
        .isEqualTo(
            new Problem(
                ExpressionProblems.NOT_TEXT,
                "This is not set (null), and it stands inside a text.",
                4));
    assertThat(failed("a ${params.zones}").detail()).startsWith("This is a list");
    assertThat(failed("a ${params.labels}").detail()).startsWith("This is a map");
    assertThat(failed("a ${params.on ? omit() : 'b'}").detail()).startsWith("omit() leaves out");
  }

  @Test
  void aTypeTellsEarlyWhetherItCanJoin() {
    assertThat(Interpolation.isTextual(ValueType.STRING)).isTrue();
    assertThat(Interpolation.isTextual(ValueType.ANY)).isTrue();
    assertThat(Interpolation.isTextual(ValueType.NULL)).isFalse();
    assertThat(Interpolation.isTextual(ValueType.listOf(ValueType.STRING))).isFalse();
  }

  @Test
  void anUnknownPartMakesTheTextUnknown() {
    world.with("later", World.STRING, Value.unknown(ValueType.STRING));
    assertThat(evaluated("a-${later}")).isEqualTo(Value.unknown(ValueType.STRING));
  }

  @Test
  void aSecretPartMakesTheTextSecret() {
    assertThat(evaluated("a-${params.token}")).isEqualTo(Value.secret(Value.of("a-hunter2")));
    world.with("later", World.STRING, Value.secret(Value.unknown(ValueType.STRING)));
    assertThat(evaluated("a-${later}")).isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
  }

  @Test
  void aProblemInAPartIsPlacedInTheWholeText() {
    assertThat(failed("zone ${params.zones[9 - 1]}").offset()).isEqualTo(19);
  }

  private static Interpolation interpolation(String text) {
    assertThat(Interpolation.scan(text)).as(text).isInstanceOf(Interpolation.Scanned.class);
    return ((Interpolation.Scanned) Interpolation.scan(text)).interpolation();
  }

  private static List<Interpolation.Part> parts(String text) {
    return interpolation(text).parts();
  }

  private static Problem problem(String text) {
    assertThat(Interpolation.scan(text)).as(text).isInstanceOf(Interpolation.Unreadable.class);
    return ((Interpolation.Unreadable) Interpolation.scan(text)).problem();
  }

  private Evaluation evaluation(String text) {
    return interpolation(text).evaluate(code -> world.evaluation(code.text()));
  }

  private Value evaluated(String text) {
    assertThat(evaluation(text)).as(text).isInstanceOf(Evaluation.Evaluated.class);
    return ((Evaluation.Evaluated) evaluation(text)).value();
  }

  private Problem failed(String text) {
    assertThat(evaluation(text)).as(text).isInstanceOf(Evaluation.Failed.class);
    return ((Evaluation.Failed) evaluation(text)).problem();
  }
}
