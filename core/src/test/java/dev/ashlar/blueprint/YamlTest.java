package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML 1.2, core schema, and JSON: what a scalar is. */
class YamlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO", "no", "on", "Off", "yes", "y", "12:30", "2024-01-01", "1_000", "0b11", "1.2.3", "0x",
        "+", ".", "1e", "~a", "nulL", "tRue", "'1'", "\"true\"", "!!str 1", "! 12", "<a", "1 2"
      })
  void isText(String written) {
    assertThat(local(written).value()).isInstanceOf(Value.TextValue.class);
    assertThat(local(written).plain()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.10, 1.1",
    "010, 10",
    "+7, 7",
    "-0, 0",
    "0x1F, 31",
    "0o17, 15",
    "1e3, 1000",
    ".5, 0.5",
    "5., 5",
    "-1.5E-2, -0.015",
    "123456789012345678901234567890.25, 123456789012345678901234567890.25"
  })
  void isAnExactNumberThatKeepsItsText(String written, BigDecimal number) {
    assertThat(local(written).value()).isEqualTo(Value.of(number));
    assertThat(local(written).plain()).contains(written);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "False, false", "TRUE, true"})
  void isABoolean(String written, boolean bool) {
    assertThat(local(written).value()).isEqualTo(Value.of(bool));
    assertThat(local(written).plain()).contains(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "~", "Null", "", "!!null ''"})
  void isNothing(String written) {
    assertThat(local(written)).extracting(Term.Literal::value).isEqualTo(Value.NULL);
    assertThat(local(written).plain()).isEmpty();
  }

  @Test
  void aliasesRepeatWhatTheyName() {
    Blueprint read = yaml("locals: { a: &x { k: [1, 2] }, b: *x, c: [*x, *x], &y d: 1, e: *y }");

    assertThat(Optional.of(read.locals().get("b").value()))
        .contains(read.locals().get("a").value());
    assertThat(((Term.Items) read.locals().get("c").value()).items()).hasSize(2);
    assertThat(read.locals().get("e").value())
        .isInstanceOfSatisfying(
            Term.Literal.class, text -> assertThat(text.value()).isEqualTo(Value.of("d")));
  }

  @Test
  void oneDocumentMayHaveItsMarkers() {
    assertThat(
            Blueprint.read(
                    Source.text(
                        "x.yaml",
                        "%YAML 1.2\n---\napiVersion: ashlar.dev/v1\nkind: Blueprint\n"
                            + "metadata: { name: x }\n...\n# the end\n"))
                .isSound())
        .isTrue();
  }

  @Test
  void jsonGivesTheSameBlueprint() {
    Blueprint json =
        Blueprint.read(
                Source.text(
                    "canvas",
                    """
                    {
                    \t"apiVersion": "ashlar.dev/v1", "kind": "Blueprint", "metadata": { "name": "x" },
                    \t"locals": { "a": [1.10, true, null, "NO", "${env.name}"] }
                    }
                    """))
            .orThrow();

    assertThat(BlueprintText.yaml(json))
        .isEqualTo(
            BlueprintText.yaml(yaml("locals: { a: [1.10, true, null, 'NO', '${env.name}'] }")));
  }

  @Test
  void bracesMayBeYamlAllTheSame() {
    assertThat(
            Blueprint.read(
                    Source.text(
                        "canvas",
                        "{ \"apiVersion\": ashlar.dev/v1, \"kind\": Blueprint, # not JSON\n"
                            + "  metadata: { name: x } }"))
                .isSound())
        .isTrue();
  }

  @Test
  void aCharacterMayStandAnywhere() {
    for (int blanks = 900; blanks < 1_100; blanks++) {
      Blueprint read = yaml("locals: { a: " + " ".repeat(blanks) + "😀 }");
      assertThat(((Term.Literal) read.locals().get("a").value()).value()).isEqualTo(Value.of("😀"));
    }
  }

  private static Term.Literal local(String written) {
    return (Term.Literal) yaml("locals:\n  a: " + written + "\n").locals().get("a").value();
  }

  private static Blueprint yaml(String sections) {
    return Blueprint.read(
            Source.text(
                "x.yaml",
                "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: x }\n" + sections))
        .orThrow();
  }
}
