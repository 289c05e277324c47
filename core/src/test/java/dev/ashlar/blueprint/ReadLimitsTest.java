package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A document is input like any other: whatever it is, reading it ends soon and within bounds. */
@Timeout(120)
class ReadLimitsTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: x }\n";

  @Test
  void aDocumentHasASize() {
    ReadLimits small = ReadLimits.STANDARD.withBytes(100);

    assertThat(codes(HEAD + "# " + "x".repeat(200), small)).containsExactly("blueprint.too-large");
    assertThat(codes(HEAD, small)).isEmpty();
  }

  @Test
  void aDocumentHasADepth() {
    ReadLimits flat = ReadLimits.STANDARD.withDepth(4);

    assertThat(codes(HEAD + "locals: { a: [[1]] }", flat)).isEmpty();
    assertThat(codes(HEAD + "locals: { a: [[[1]]] }", flat)).containsExactly("blueprint.too-deep");
    assertThat(codes(HEAD + "locals: { b: &b [[1]], a: [*b] }", flat))
        .containsExactly("blueprint.too-deep");
  }

  @Test
  void aliasesRepeatOnlySoMuch() {
    ReadLimits few = ReadLimits.STANDARD.withAliasNodes(6);

    assertThat(codes(HEAD + "locals: { a: &a [1, 2], b: *a, c: *a }", few)).isEmpty();
    assertThat(codes(HEAD + "locals: { a: &a [1, 2], b: *a, c: *a, d: *a }", few))
        .containsExactly("blueprint.too-many-aliases");
  }

  @Test
  void onlySoManyProblemsAreTold() {
    Checked<Blueprint> read = Blueprint.read(Source.text("x", HEAD + lines("k%d: 1\n", 5_000)));

    assertThat(read.diagnostics()).hasSize(ReadLimits.STANDARD.problems() + 1);
    assertThat(read.diagnostics())
        .extracting(Diagnostic::code)
        .contains("blueprint.too-many-problems");
  }

  @Test
  void limitsAreSane() {
    assertThatThrownBy(() -> ReadLimits.STANDARD.withBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReadLimits.STANDARD.withDepth(5_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whateverIsRepeatedReadingEnds() {
    Map<String, String> documents = new TreeMap<>();
    for (String part :
        List.of(
            "[", "{", "{a: ", "- ", "? ", "a: ", ": ", " ", "\n", "&a ", "!a ", "\"x ", "'", "#",
            "|\n", "${", "$", "\\", "*a ", "---\n", "%A\n", ",", "\r", "\t")) {
      documents.put(part, HEAD + "locals: " + part.repeat(50_000));
    }
    documents.put("blanks in a text", HEAD + "locals: { a: x" + " ".repeat(200_000) + "y }\n");
    documents.put("folded lines", HEAD + "locals:\n  a: >\n" + "    x\n".repeat(50_000));
    documents.put("digits", HEAD + "locals: { a: " + "9".repeat(200_000) + " }\n");
    documents.put("expressions", HEAD + "locals: { a: '" + "${a}".repeat(20_000) + "' }\n");
    documents.put("keys", HEAD + "locals:\n" + lines("  k%d: 1\n", 50_000));
    documents.put(
        "values", HEAD + "parameters: { a: { type: any, enum: [" + lines("%d,", 5_000) + "] } }");
    documents.put(
        "slow pattern",
        HEAD
            + "parameters: { a: { type: string, pattern: '(a+)+$b', default: "
            + "a".repeat(5_000)
            + " } }\n");
    documents.put(
        "unknown names",
        HEAD + "resources:\n" + lines("  k%1$d: { type: a, dependsOn: [k%1$dx] }\n", 3_000));

    documents.forEach(
        (name, document) -> {
          Checked<Blueprint> read = Blueprint.read(Source.text("x.yaml", document));
          assertThat(read.isSound() || !read.diagnostics().isEmpty()).as(name).isTrue();
        });
  }

  @Test
  void deepJsonEndsAsWell() {
    assertThat(codes("{\"a\":".repeat(100_000), ReadLimits.STANDARD))
        .containsExactly("blueprint.too-deep");
  }

  private static List<String> codes(String document, ReadLimits limits) {
    return Blueprint.read(Source.text("x", document), limits).diagnostics().stream()
        .map(Diagnostic::code)
        .toList();
  }

  private static String lines(String format, int count) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }
}
