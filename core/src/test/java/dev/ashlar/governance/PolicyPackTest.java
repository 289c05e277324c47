package dev.ashlar.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Verdict;
import org.junit.jupiter.api.Test;

/** Documents of kind PolicyPack. */
class PolicyPackTest {
  private static Checked<PolicyPack> read(String policies) {
    return PolicyPack.read(
        Source.text(
            "acme.yaml",
            "apiVersion: ashlar.dev/v1\n"
                + "kind: PolicyPack\n"
                + "metadata: { name: acme, version: 1.0.0 }\n"
                + policies));
  }

  @Test
  void saysWhatEachPolicyIsAbout() {
    PolicyPack pack =
        read("""
        parameters:
          tags: { type: list, items: { type: string }, default: [owner] }
        policies:
          - id: tagged
            severity: warn
            match:
              types: ["memory::*"]
              actions: [create, update]
              stages: production
              provider: memory
            assert: params.tags.all(t, t in tagKeys(resource.?Tags.orValue(null)))
            message: "${change.address} lacks tags."
            fix: Tag it.
            documentation: https://example.com/tags
          - id: one-key
            severity: deny
            scope: graph
            over: memory::Key
            assert: size(resources) <= 1
            message: There is more than one key.
        """)
            .orThrow();

    assertThat(pack).hasToString("acme@1.0.0");
    assertThat(pack.parameters()).containsOnlyKeys("tags");
    assertThat(pack.rules())
        .extracting(PolicyPack.Rule::id, PolicyPack.Rule::severity, PolicyPack.Rule::scope)
        .containsExactly(
            tuple("tagged", Verdict.Severity.WARN, PolicyPack.Scope.RESOURCE),
            tuple("one-key", Verdict.Severity.DENY, PolicyPack.Scope.GRAPH));
    PolicyPack.Rule tagged = pack.rules().get(0);
    assertThat(tagged.match().types()).containsExactly("memory::*");
    assertThat(tagged.match().actions()).containsExactlyInAnyOrder(Action.CREATE, Action.UPDATE);
    assertThat(tagged.match().stages()).containsExactly("production");
    assertThat(tagged.match().providers()).containsExactly("memory");
    assertThat(tagged.fix()).contains("Tag it.");
    assertThat(tagged.documentation()).contains("https://example.com/tags");
    assertThat(pack.rules().get(1).over()).containsExactly("memory::Key");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWhereItStands() {
    Checked<PolicyPack> read =
        read(
            """
            policies:
              - { id: a, severity: forbid, assert: "true", message: m }
              - { id: b, severity: deny, assert: "resorce.Size > 1", message: m }
              - { id: c, severity: deny, assert: "size('x')", message: m }
              - { id: d, severity: deny, assert: "1 +", message: m }
              - { id: e, severity: deny, assert: "resources.exists(r, true)", message: m }
              - { id: f, severity: deny, assert: "true", message: "${change.addres}" }
              - { id: f, severity: deny, match: { actions: [crate], typs: x }, assert: "true", message: m }
              - { id: h, severity: deny, over: x, assert: "true", message: m }
              - { severity: deny, message: m }
            """);

    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics())
        .extracting(Diagnostic::code, each -> each.location().orElseThrow().line())
        .containsExactly(
            tuple("blueprint.not-allowed", 5),
            tuple("expression.unknown-name", 6),
            tuple("policy.not-a-condition", 7),
            tuple("expression.syntax", 8),
            tuple("expression.unknown-name", 9),
            tuple("expression.unknown-attribute", 10),
            tuple("policy.duplicate", 11),
            tuple("blueprint.not-allowed", 11),
            tuple("blueprint.unknown-key", 11),
            tuple("blueprint.unknown-key", 12),
            tuple("blueprint.missing-key", 13),
            tuple("blueprint.missing-key", 13));
    assertThat(read.diagnostics().get(1).location().orElseThrow().column()).isEqualTo(39);
  }

  @Test
  void whatMayNotBeThereIsNotReadUnguarded() {
    assertThat(
            read("policies: [{ id: a, severity: deny, assert: actual.Size == 1, message: m }]")
                .diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("expression.may-be-absent");
  }

  @Test
  void aPackWithoutAPolicyIsNone() {
    assertThat(read("policies: []\n").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("blueprint.missing-key");
  }
}
