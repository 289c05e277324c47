package dev.ashlar.graph.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over random blueprints, sound but for one mistake whose place is known. The number is the seed.
 */
class PlantedErrorTest {
  private static final int ROUNDS = 40;

  /** A mistake, and what is said of it. */
  private enum Mistake {
    UNKNOWN_NAME("KmsKey: \"a-^${nobody.Arn}\"", "expression.unknown-name"),
    UNKNOWN_ATTRIBUTE("KmsKey: \"${n0.^Arm}\"", "expression.unknown-attribute"),
    WRONG_TYPE("Size: \"^${n0.Arn}\"", "schema.wrong-type"),
    WRONG_CONSTANT("Size: ^many", "schema.wrong-type"),
    OUT_OF_RANGE("Size: ^77", "schema.out-of-range"),
    UNKNOWN_PROPERTY("^Sise: 7", "schema.unknown-property"),
    OUTPUT_SET("^Arn: x", "schema.unknown-property"),
    NOT_ALLOWED("Versioning: { Status: ^On }", "schema.not-allowed"),
    MISSING("Versioning: ^{ Days: 1 }", "schema.missing-property"),
    LIST_IN_TEXT("KmsKey: \"x${^n0.Users}\"", "graph.not-text"),
    SECRET_NAME("BucketName: ^\"b-${params.token}\"", "graph.secret-exposed");

    private final String property;
    private final String code;

    Mistake(String property, String code) {
      this.property = property;
      this.code = code;
    }

    String text() {
      return property.replace("^", "");
    }

    int column() {
      int mark = property.indexOf('^');
      boolean expression = property.startsWith("${", mark + 1);
      return mark + (expression ? 2 : 0);
    }
  }

  /**
   * Resources of which each refers to former ones only, in any order, and where in the text the
   * properties of the last bucket begin.
   */
  private record Document(String text, int line, int column) {}

  private static Document document(Random random, String planted) {
    int size = 2 + random.nextInt(12);
    List<String> entries = new ArrayList<>();
    String marked = "";
    int bucket = 1 + 2 * random.nextInt(size / 2);
    for (int i = 0; i < size; i++) {
      String reference = i == 0 ? "x" : "${n" + 2 * random.nextInt((i + 1) / 2) + ".Arn}";
      boolean key = i % 2 == 0 && i != bucket;
      String properties =
          i == bucket
              ? planted
              : key ? "Alias: \"k-" + reference + "\"" : "KmsKey: \"" + reference + "\"";
      String name = i == bucket ? "target" : "n" + i;
      String entry =
          "  "
              + name
              + ": { type: acme::"
              + (key ? "Key" : "Bucket")
              + ", properties: { "
              + properties
              + " } }\n";
      if (i == bucket) {
        marked = entry;
      }
      entries.add(entry);
    }
    Collections.shuffle(entries, random);
    String head =
        "parameters:\n  token: { type: string, sensitive: true }\n"
            + "outputs:\n  used: { value: \"${params.token}\", sensitive: true }\nresources:\n";
    int line = 3 + 5 + entries.indexOf(marked) + 1;
    return new Document(
        head + String.join("", entries), line, marked.indexOf("properties: { ") + 14);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aMistakeIsTheOnlyThingThatIsSaidAndIsSaidAtItsPlace(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Mistake mistake = Mistake.values()[random.nextInt(Mistake.values().length)];
      Document document = document(random, mistake.text());

      Checked<Graph> checked = Compiled.check(document.text());

      assertThat(checked.isSound()).isFalse();
      assertThat(checked.diagnostics())
          .as("seed %d, round %d, %s in%n%s", seed, round, mistake, document.text())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo(mistake.code);
                assertThat(problem.address()).map(Object::toString).contains("target");
                assertThat(problem.location())
                    .contains(
                        new Diagnostic.Location(
                            "orders.yaml",
                            document.line(),
                            document.column() + mistake.column() + 1));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void withoutAMistakeEveryNodeComesAfterWhatItDependsOn(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Document document = document(random, "Size: 3");

      Graph graph = Compiled.graph(document.text());

      List<NodeId> order = List.copyOf(graph.nodes().keySet());
      for (Node node : graph.nodes().values()) {
        for (NodeId dependency : node.dependsOn()) {
          assertThat(order.indexOf(dependency))
              .as("seed %d, round %d: %s after %s", seed, round, node.id(), dependency)
              .isNotNegative()
              .isLessThan(order.indexOf(node.id()));
        }
      }
    }
  }
}
