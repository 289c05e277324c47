package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Documents;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * All problems at once: what is wrong in a document, what is missing of its parameters, and what
 * contradicts its types.
 */
class AllProblemsTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n";

  private final Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build();

  @AfterEach
  void close() {
    ashlar.close();
  }

  private Workspace draft(String body) {
    Environment environment =
        Documents.draft(Source.text("shop.yaml", HEAD + body)).orThrow().environment();
    return ashlar.open(environment);
  }

  private List<String> problems(String body) {
    return draft(body).check().join().stream().map(AllProblemsTest::shown).toList();
  }

  private static String shown(Diagnostic problem) {
    return problem.location().map(at -> at.line() + ":" + at.column()).orElse("-")
        + " "
        + problem.code();
  }

  @Test
  void missingParametersHideNothingElse() {
    assertThat(
            problems(
                """
                parameters:
                  size: { type: integer }
                  token: { type: string, sensitive: true }
                resources:
                  a: { type: memory::Value, properties: { input: "${params.size + 1}" } }
                  b: { type: memory::Queue, properties: { Nmae: x } }
                  c: { type: memory::Queue, properties: { Name: "${params.sise}" } }
                outputs:
                  shown: { value: "${params.token}" }
                """))
        .containsExactly(
            "5:3 blueprint.missing-parameter",
            "6:3 blueprint.missing-parameter",
            "9:43 schema.unknown-property",
            "10:59 expression.unknown-attribute",
            "12:22 graph.secret-exposed");
  }

  @Test
  void aParameterWithoutAValueIsOfItsDeclaredType() {
    assertThat(
            problems(
                """
                parameters:
                  size: { type: integer }
                resources:
                  a: { type: memory::Queue, properties: { Name: "${params.size}" } }
                """))
        .containsExactly("5:3 blueprint.missing-parameter", "7:52 schema.wrong-type");
  }

  @Test
  void mistakesInTheDocumentAndAgainstItsTypesAreToldInOneGo() {
    assertThat(
            problems(
                """
                resources:
                  a: { properties: { input: "${1 +}" } }
                  b: { type: memory::Queue, properties: { Nmae: x }, lifecyle: {} }
                  c: { type: memory::Quue, properties: 3 }
                  c-d: { type: memory::Quue }
                  e: { type: memory::Value, properties: { input: x }, when: 5 }
                """))
        .containsExactly(
            "5:6 blueprint.missing-key",
            "5:35 expression.syntax",
            "6:43 schema.unknown-property",
            "6:54 blueprint.unknown-key",
            "7:3 connector.unknown-type",
            "7:40 blueprint.wrong-type",
            "8:3 blueprint.bad-name",
            "8:3 connector.unknown-type",
            "9:61 blueprint.wrong-type");
  }

  @Test
  void nothingIsToldTwice() {
    assertThat(
            problems(
                """
                resources:
                  net: { type: memory::Network, properties: { CidrBlock: "${a.output" } }
                  a: { type: memory::Value, properties: { input: x }, dependsOn: [q] }
                """))
        .containsExactly("5:59 expression.unterminated", "6:67 blueprint.unknown-name");
  }

  @Test
  void theGraphIsRefusedWithAllOfIt() {
    Checked<String> graph =
        draft(
                """
                parameters:
                  size: { type: integer }
                resources:
                  b: { type: memory::Queue, properties: { Nmae: x }, lifecyle: {} }
                """)
            .graph(Workspace.GraphFormat.TEXT)
            .join();

    assertThat(graph.isSound()).isFalse();
    assertThat(graph.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(
            "blueprint.missing-parameter", "schema.unknown-property", "blueprint.unknown-key");
  }

  @Test
  void aDraftWithMistakesIsNeverPlanned() {
    Plan plan = draft("resources:\n  a: { type: memory::Value, lifecyle: {} }\n").plan().join();

    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("blueprint.unknown-key");
  }

  @Test
  void norIsItPlannedWhileItIsEdited() {
    Plan plan =
        draft("resources:\n  a: { type: memory::Value, lifecyle: {} }\n")
            .edit()
            .join()
            .preview()
            .plan();

    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void aSoundDraftIsLikeAnyDocument() {
    Workspace sound = draft("resources:\n  a: { type: memory::Value, properties: { input: x } }\n");

    assertThat(sound.check().join()).isEmpty();
    assertThat(sound.plan().join().changes()).hasSize(1);
  }

  @Test
  void whatIsNoDocumentAtAllIsRefused() {
    assertThat(Documents.draft(Source.text("shop.yaml", "kind: [")).isSound()).isFalse();
    assertThat(Documents.draft(Source.text("shop.yaml", "5")).isSound()).isFalse();
  }
}
