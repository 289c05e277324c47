package dev.ashlar.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.Ashlar;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyCases.Answer;
import dev.ashlar.memory.MemoryCloud;
import org.junit.jupiter.api.Test;

/** Tests of policies, as documents of kind PolicyTest. */
class PolicyCasesTest {
  private static Checked<PolicyCases> read(String body) {
    return PolicyCases.read(
        Source.text(
            "t.yaml",
            "apiVersion: ashlar.dev/v1\nkind: PolicyTest\nmetadata: { name: t }\n" + body));
  }

  private static Checked<PolicyCases.Results> run(String body) {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      return ashlar.test(read(body).orThrow());
    }
  }

  @Test
  void eachCaseIsJudgedAsAPlanIs() {
    PolicyCases.Results results =
        run("""
        pack: baseline
        cases:
          - { policy: memory-bucket-encrypted, type: memory::Bucket, expect: deny }
          - name: not so
            policy: memory-bucket-encrypted
            type: memory::Bucket
            resource: { Encryption: { Algorithm: AES256 } }
            expect: deny
        """)
            .orThrow();

    assertThat(results.results())
        .extracting(PolicyCases.Result::answer, PolicyCases.Result::passed)
        .containsExactly(tuple(Answer.DENY, true), tuple(Answer.PASS, false));
    assertThat(results.results().get(0).message()).isEqualTo("The bucket it is not encrypted.");
    assertThat(results.passed()).isFalse();
    assertThat(results.failures())
        .extracting(Diagnostic::code, each -> each.location().orElseThrow().line())
        .containsExactly(tuple("policy.test-failed", 7));
    assertThat(results.toJunit())
        .contains("tests=\"2\" failures=\"1\"")
        .contains("<failure message=\"&quot;not so&quot;: the policy");
  }

  @Test
  void aTestOfAPolicyThatIsNotThereIsNoTest() {
    Checked<PolicyCases.Results> ran =
        run("pack: baseline\ncases: [{ policy: memory-bucket-encryptd, expect: pass }]\n");

    assertThat(ran.value()).isEmpty();
    assertThat(ran.diagnostics().get(0).code()).isEqualTo("policy.test-of-nothing");
    assertThat(ran.diagnostics().get(0).detail()).contains("memory-bucket-encrypted");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(
            read("""
            pack: baseline
            cases:
              - { policy: a, expect: maybe }
              - { policy: a, expect: pass, type: x, adress: b }
              - { policy: a, expect: pass, type: x, address: "1 2" }
              - { expect: pass }
            """)
                .diagnostics())
        .extracting(Diagnostic::code, each -> each.location().orElseThrow().line())
        .containsExactly(
            tuple("blueprint.not-allowed", 6),
            tuple("blueprint.unknown-key", 7),
            tuple("blueprint.not-allowed", 8),
            tuple("blueprint.missing-key", 9));
  }

  @Test
  void aPackThatIsNotThereIsTold() {
    assertThat(run("pack: baselin\ncases: []\n").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("policy.unknown-pack");
  }
}
