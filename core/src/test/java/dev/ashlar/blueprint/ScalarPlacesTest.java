package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where each character of a text stands in its source, whatever way it is written. */
class ScalarPlacesTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: orders }\nlocals:\n";

  @Test
  void aPlainTextStandsAsItIs() {
    assertPlaces(yaml("  a: bcd\n"), "bcd", "5:6", "5:7", "5:8");
  }

  @Test
  void aQuotedTextBeginsBehindItsQuote() {
    assertPlaces(yaml("  a: 'bc'\n"), "bc", "5:7", "5:8");
    assertPlaces(yaml("  a: \"bc\"\n"), "bc", "5:7", "5:8");
  }

  @Test
  void aDoubledQuoteIsOneCharacter() {
    assertPlaces(yaml("  a: 'b''c'\n"), "b'c", "5:7", "5:8", "5:10");
  }

  @Test
  void anEscapeIsOneCharacter() {
    assertPlaces(
        yaml("  a: \"b\\tc\\x41d\\u00e9e\\U0001F600f\"\n"),
        "b\tcAdée😀f",
        "5:7",
        "5:8",
        "5:10",
        "5:11",
        "5:15",
        "5:16",
        "5:22",
        "5:23",
        "5:33");
  }

  @Test
  void aFoldedLineIsASpace() {
    assertPlaces(yaml("  a: b\n    c\n\n    d\n"), "b c\nd", "5:6", "5:7", "6:5", "7:1", "8:5");
    assertPlaces(yaml("  a: 'b\n    c'\n"), "b c", "5:7", "5:8", "6:5");
  }

  @Test
  void anEscapedLineBreakIsNothing() {
    assertPlaces(yaml("  a: \"b\\\n    c\"\n"), "bc", "5:7", "6:5");
  }

  @Test
  void aLiteralBlockKeepsItsLines() {
    assertPlaces(
        yaml("  a: |\n    b\n      c\n    d\n"),
        "b\n  c\nd\n",
        "6:5",
        "6:6",
        "7:5",
        "7:6",
        "7:7",
        "7:8",
        "8:5",
        "8:6");
  }

  @Test
  void aLiteralBlockMaySayItsIndentation() {
    assertPlaces(
        yaml("  a: |2-\n      b\n     c\n"), "  b\n c", "6:5", "6:6", "6:7", "6:8", "7:5", "7:6");
  }

  @Test
  void aFoldedBlockFoldsItsLines() {
    assertPlaces(
        yaml("  a: >-\n    b\n    c\n\n    d\n      e\n    f\n"),
        "b c\nd\n  e\nf",
        "6:5",
        "6:6",
        "7:5",
        "7:6",
        "9:5",
        "9:6",
        "10:5",
        "10:6",
        "10:7",
        "10:8",
        "11:5");
  }

  @Test
  void windowsLinesCountOnce() {
    assertPlaces(
        yaml("  a: |\n    b\n    c\n").replace("\n", "\r\n"), "b\nc\n", "6:5", "6:6", "7:5", "7:6");
  }

  @Test
  void columnsCountCharactersAndNotTheirCodeUnits() {
    assertPlaces(yaml("  a: { c: 😀, b: \"😀\\tc\" }\n"), "😀\tc", "5:18", "5:19", "5:21");
  }

  @Test
  void aByteOrderMarkHasNoColumn() {
    Blueprint read = Blueprint.read(Source.text("x.yaml", "\uFEFF" + HEAD + "  a: b\n")).orThrow();

    assertThat(read.place().start()).isEqualTo(new Location("x.yaml", 1, 1));
  }

  @Test
  void jsonHasEscapesOfItsOwn() {
    String json =
        """
        { "apiVersion": "ashlar.dev/v1", "kind": "Blueprint", "metadata": { "name": "orders" },
          "locals": { "a": "b\\/c\\u00e9\\ud83d\\ude00d\\ne" } }
        """;

    assertPlaces(
        json, "b/cé😀d\ne", "2:21", "2:22", "2:24", "2:25", "2:31", "2:43", "2:44", "2:46");
  }

  @Test
  void anExpressionKnowsWhereItBegins() {
    Term term = local(yaml("  a: \"\\u00e9 ${b}\n     ${c}\"\n"));

    List<Term> parts = ((Term.Text) term).parts();
    Term.Computed first = (Term.Computed) parts.get(1);
    Term.Computed second = (Term.Computed) parts.get(3);
    assertThat(first.place().at(first.offset())).hasToString("x:5:16");
    assertThat(second.place().at(second.offset())).hasToString("x:6:8");
  }

  private static String yaml(String locals) {
    return HEAD + locals;
  }

  private static Term local(String document) {
    Term term =
        Blueprint.read(Source.text("x", document))
            .orThrow()
            .locals()
            .values()
            .iterator()
            .next()
            .value();
    return term instanceof Term.Fields fields ? fields.fields().get("b") : term;
  }

  private static void assertPlaces(String document, String value, String... places) {
    Term.Literal literal = (Term.Literal) local(document);
    assertThat(literal.value()).isEqualTo(Value.of(value));
    int length = value.codePointCount(0, value.length());
    assertThat(places).hasSize(length);
    for (int i = 0; i < length; i++) {
      assertThat(literal.place().at(i)).as("character %d", i).hasToString("x:" + places[i]);
    }
  }
}
