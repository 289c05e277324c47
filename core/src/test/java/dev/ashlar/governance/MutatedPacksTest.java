package dev.ashlar.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ashlar.Ashlar;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.memory.MemoryCloud;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents that somebody broke, by accident or not: refused with a place, never an exception. */
@Timeout(120)
class MutatedPacksTest {
  private static final long SEED = Long.getLong("packs.seed", 20_260_215);
  private static final int INPUTS = Integer.getInteger("packs.inputs", 300);

  private static final String PACK =
      """
      apiVersion: ashlar.dev/v1
      kind: PolicyPack
      metadata: { name: acme }
      parameters: { tags: { type: list, items: { type: string }, default: [owner] } }
      policies:
        - id: a
          severity: deny
          match: { types: memory::Bucket, actions: [create] }
          assert: "has(resource.Encryption) && params.tags.all(t, t in tagKeys(resource.Tags))"
          message: "${change.address} in ${env.stage}"
        - id: b
          severity: warn
          scope: graph
          over: ["memory::*"]
          assert: "resources.filter(r, r.type == 'memory::Key').size() < 3"
          message: many keys
      """;

  private static final String CASES =
      """
      apiVersion: ashlar.dev/v1
      kind: PolicyTest
      metadata: { name: t }
      pack: baseline
      cases:
        - { policy: memory-bucket-policy-not-public, type: memory::Bucket, expect: deny,
            resource: { Policy: { Statement: [{ Effect: Allow, Principal: "*", Action: "s3:*" }] } } }
        - { policy: memory-network-private, type: memory::Network, expect: deny,
            resource: { CidrBlock: 8.8.8.0/24 }, others: [{ address: k, type: memory::Key }] }
      """;

  private static final String ALPHABET = "{}[]()\"'$:,-#&*|>!%@`\\\n\t .0az=<+?";

  private static String mutated(String text, Random random) {
    StringBuilder broken = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(broken.length());
      int length = Math.min(random.nextInt(12), broken.length() - at);
      switch (random.nextInt(3)) {
        case 0 -> broken.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 1 -> broken.delete(at, at + length);
        default -> broken.insert(at, broken.substring(at, at + length));
      }
    }
    return broken.toString();
  }

  @Test
  void everyBrokenDocumentIsReadOrRefusedWithAPlace() {
    Random random = new Random(SEED);
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      for (int i = 0; i < INPUTS; i++) {
        String pack = mutated(PACK, random);
        String cases = mutated(CASES, random);
        String reproducer = "-Dpacks.seed=" + SEED + ", input " + i;
        assertThatCode(
                () -> {
                  Checked<PolicyPack> read = PolicyPack.read(Source.text("p.yaml", pack));
                  read.value().ifPresent(ashlar::check);
                  assertPlaced(read, pack);
                  Checked<PolicyCases> tests = PolicyCases.read(Source.text("t.yaml", cases));
                  tests.value().ifPresent(ashlar::test);
                  assertPlaced(tests, cases);
                })
            .as(reproducer)
            .doesNotThrowAnyException();
      }
    }
  }

  private static void assertPlaced(Checked<?> read, String text) {
    assertThat(
            read.value().isPresent() || read.diagnostics().stream().anyMatch(Diagnostic::isError))
        .as(text)
        .isTrue();
    assertThat(read.diagnostics())
        .as(text)
        .allMatch(problem -> !problem.isError() || problem.location().isPresent());
  }
}
