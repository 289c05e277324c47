package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who must approve what, as a document says it. */
class ApprovalRulesTest {
  private static final String HEAD = "apiVersion: ashlar.dev/v1\n";
  private static final String RULES =
      """
      approvals:
        destroy: [managers]
        apply: []
        rules:
          - name: data
            match: { actions: [delete, replace], risks: destroys-data, types: "A::*", policies: "p/*", stages: [production] }
            roles: [dba, security]
            count: 2
            expires: 90m
          - roles: managers
            expires: 3d
      """;

  @TempDir private Path folder;

  private Checked<Environment> read(String text) throws IOException {
    Files.writeString(folder.resolve("b.yaml"), HEAD + "kind: Blueprint\nmetadata: { name: b }\n");
    Path file = folder.resolve("e.yaml");
    Files.writeString(
        file, HEAD + "kind: Environment\nmetadata: { name: e }\nblueprint: ./b.yaml\n" + text);
    return Environment.read(Source.file(file));
  }

  @Test
  void eachKeyIsRead() throws IOException {
    Environment environment = read(RULES).orThrow();

    ApprovalRule data = environment.approvalRules().get(0);
    assertThat(data)
        .isEqualTo(
            ApprovalRule.by("dba", "security")
                .named("data")
                .actions("delete", "replace")
                .risks("destroys-data")
                .types("A::*")
                .policies("p/*")
                .stages("production")
                .count(2)
                .expires(Duration.ofMinutes(90)));
    assertThat(data.location().orElseThrow().line()).isEqualTo(9);
    assertThat(ApprovalRule.of(environment))
        .extracting(ApprovalRule::name, ApprovalRule::count, ApprovalRule::isByEach)
        .containsExactly(
            tuple("destroy", 1, true), tuple("data", 2, false), tuple("by managers", 1, true));
  }

  @Test
  void whatIsWrittenReadsTheSame() throws IOException {
    Environment environment = read(RULES).orThrow();
    String text = BlueprintText.yaml(environment, "./b.yaml");
    Path file = folder.resolve("again.yaml");
    Files.writeString(file, text);

    Environment again = Environment.read(Source.file(file)).orThrow();

    assertThat(again.approvalRules()).isEqualTo(environment.approvalRules());
    assertThat(again.approvals()).isEqualTo(environment.approvals());
  }

  @Test
  void ownRulesTakeThePlaceOfThoseOfTheBase() throws IOException {
    read(RULES);
    Files.move(folder.resolve("e.yaml"), folder.resolve("base.yaml"));

    Environment inherits = read("extends: ./base.yaml\n").orThrow();
    assertThat(inherits.approvalRules()).hasSize(2);
    Environment replaces =
        read("extends: ./base.yaml\napprovals: { destroy: [], rules: [] }\n").orThrow();
    assertThat(replaces.approvalRules()).isEmpty();
    assertThat(replaces.approvals())
        .isEqualTo(Map.of("destroy", List.of(), "apply", List.<String>of()));
  }

  @Test
  void eachMistakeIsToldAtItsPlace() throws IOException {
    List<Diagnostic> problems =
        read("""
        approvals:
          rules:
            - { roles: [] }
            - { count: 1 }
            - { roles: a, count: 0 }
            - { roles: a, expires: soon }
            - { roles: a, match: { risks: dangerous, actions: [aply] } }
            - { roles: a, matches: {} }
        """)
            .diagnostics();

    assertThat(problems)
        .extracting(Diagnostic::code, each -> each.location().orElseThrow().line())
        .containsExactlyInAnyOrder(
            tuple("blueprint.not-allowed", 7),
            tuple("blueprint.missing-key", 8),
            tuple("blueprint.not-allowed", 9),
            tuple("blueprint.not-allowed", 10),
            tuple("blueprint.not-allowed", 11),
            tuple("blueprint.not-allowed", 11),
            tuple("blueprint.unknown-key", 12));
  }

  @Test
  void inAProgramAMistakeIsOneOfTheProgram() {
    ApprovalRule rule = ApprovalRule.by("a");

    assertThatThrownBy(() -> ApprovalRule.by()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rule.actions("aply")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rule.risks("high")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rule.count(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rule.expires(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
