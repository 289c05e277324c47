package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Verdict;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Policies before and while a plan is applied. */
@Timeout(60)
class PoliciesTest {
  private static PolicyPack pack(String policies) {
    return PolicyPack.read(
            Source.text(
                "acme.yaml",
                "apiVersion: ashlar.dev/v1\nkind: PolicyPack\nmetadata: { name: acme }\npolicies:\n"
                    + policies.indent(2)))
        .orThrow();
  }

  private static Environment shop(String resources) {
    return Environment.of(
        "shop",
        Blueprint.read(
                Source.text(
                    "shop.yaml",
                    "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop }\n"
                        + "resources:\n"
                        + resources.indent(2)))
            .orThrow());
  }

  private static Ashlar engine(PolicyPack... packs) {
    Ashlar.Builder builder = Ashlar.builder().addProvider(MemoryCloud.create());
    for (PolicyPack pack : packs) {
      builder.offerPolicies(pack);
    }
    return builder.build();
  }

  private static final String ENCRYPTED =
      """
      - id: encrypted
        severity: deny
        match: { types: memory::Bucket }
        assert: has(resource.Encryption)
        message: "${change.address} is not encrypted."
        fix: Set Encryption.
      """;

  private static final String BUCKETS =
      """
      good: { type: memory::Bucket, properties: { Encryption: { Algorithm: AES256 } } }
      bad: { type: memory::Bucket, source: { canvas: node-7 } }
      """;

  private static List<Verdict> verdicts(Plan plan, String address) {
    return plan.changes().stream()
        .filter(change -> change.address().toString().equals(address))
        .map(Change::policies)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void aDenyStandsInThePlanWithItsFixAndIsRefusedWhenItIsApplied() {
    try (Ashlar ashlar = engine(pack(ENCRYPTED))) {
      Workspace shop = ashlar.open(shop(BUCKETS).policies(List.of("acme")));

      Plan plan = shop.plan().join();

      assertThat(plan.hasErrors()).isFalse();
      assertThat(plan.isDenied()).isTrue();
      assertThat(plan.digest())
          .isEqualTo(ashlar.open(shop(BUCKETS)).plan().join().digest())
          .isNotEmpty();
      assertThat(verdicts(plan, "good")).isEmpty();
      assertThat(verdicts(plan, "bad"))
          .extracting(Verdict::name, Verdict::outcome, Verdict::message, Verdict::fix)
          .containsExactly(
              tuple(
                  "acme/encrypted",
                  Verdict.Outcome.DENY,
                  "bad is not encrypted.",
                  Optional.of("Set Encryption.")));

      Outcome outcome = shop.apply(plan).outcome().join();

      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(outcome.diagnostics())
          .singleElement()
          .satisfies(
              denied -> {
                assertThat(denied.code()).isEqualTo("policy.denied");
                assertThat(denied.canvas()).contains("node-7");
                assertThat(denied.location().orElseThrow().line()).isEqualTo(6);
                assertThat(denied.detail()).contains("bad is not encrypted. Fix: Set Encryption.");
              });
      assertThat(shop.state().join().orThrow().serial()).isZero();
    }
  }

  @Test
  void aPlanThatWasMadeWithoutThePoliciesIsJudgedBeforeItIsApplied() {
    try (Ashlar ashlar = engine(pack(ENCRYPTED))) {
      Plan plan = ashlar.open(shop(BUCKETS)).plan().join();

      assertThat(plan.isDenied()).isFalse();
      assertThat(ashlar.open(shop(BUCKETS).policies(List.of("acme"))).apply(plan).outcome().join())
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void whatOnlyWarnsIsApplied() {
    PolicyPack warns = pack(ENCRYPTED.replace("deny", "warn"));
    try (Ashlar ashlar = engine(warns)) {
      Workspace shop = ashlar.open(shop(BUCKETS).policies(List.of("acme")));
      Plan plan = shop.plan().join();

      assertThat(verdicts(plan, "bad"))
          .extracting(Verdict::outcome)
          .containsExactly(Verdict.Outcome.WARN);
      assertThat(shop.apply(plan).outcome().join()).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  private static final String SMALL =
      """
      - id: small
        severity: deny
        match: { types: memory::Value }
        assert: "resource.input.startsWith('value-') == false"
        message: "${change.address} holds an identifier."
      """;

  private static final String CHAIN =
      """
      a: { type: memory::Value, properties: { input: one } }
      b: { type: memory::Value, properties: { input: "${a.id}" }, source: { canvas: node-b } }
      c: { type: memory::Value, properties: { input: "${b.output}-" } }
      """;

  @Test
  void whatIsUndecidedIsDecidedJustBeforeTheChange() {
    try (Ashlar ashlar = engine(pack(SMALL))) {
      Workspace shop = ashlar.open(shop(CHAIN).policies(List.of("acme")));
      Plan plan = shop.plan().join();

      assertThat(plan.isDenied()).isFalse();
      assertThat(verdicts(plan, "a")).isEmpty();
      assertThat(verdicts(plan, "b"))
          .extracting(Verdict::outcome)
          .containsExactly(Verdict.Outcome.UNDECIDED);

      Outcome outcome = shop.apply(plan).outcome().join();

      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(outcome.summary()).isEqualTo("failed: 1 created, 1 failed, 1 not begun");
      assertThat(outcome.diagnostics())
          .extracting(Diagnostic::code, each -> each.canvas().orElse(""))
          .containsExactly(tuple("policy.denied", "node-b"));
      assertThat(shop.state().join().orThrow().current().keySet())
          .extracting(Object::toString)
          .containsExactly("a");
    }
  }

  @Test
  void aPlanFileBringsWhatItWasJudgedBy(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("acme.yaml");
    Files.writeString(
        file,
        "apiVersion: ashlar.dev/v1\nkind: PolicyPack\nmetadata: { name: acme }\npolicies:\n"
            + SMALL.indent(2));
    Environment environment =
        shop(CHAIN)
            .policyUses(
                List.of(
                    new Environment.PolicyUse(
                        file.toString(),
                        Optional.of(Source.file(file)),
                        Value.MapValue.EMPTY,
                        Optional.empty())));
    try (Ashlar ashlar = engine()) {
      String written = ashlar.open(environment).plan().join().toJson();

      Outcome outcome =
          ashlar
              .open(shop(CHAIN))
              .apply(Plan.read(Source.text("plan.json", written)).orThrow())
              .outcome()
              .join();

      assertThat(outcome.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("policy.denied");
    }
  }

  @Test
  void theWholeGraphIsJudgedOnce() {
    PolicyPack whole =
        pack(
            """
            - id: a-key
              severity: deny
              scope: graph
              over: ["memory::Key", "memory::Bucket"]
              assert: "resources.exists(r, r.type == 'memory::Key') || size(resources) == 0"
              message: "${size(resources)} buckets and no key."
            """);
    try (Ashlar ashlar = engine(whole)) {
      Plan plan = ashlar.open(shop(BUCKETS).policies(List.of("acme"))).plan().join();

      assertThat(plan.isDenied()).isTrue();
      assertThat(plan.policies())
          .extracting(Verdict::message)
          .containsExactly("2 buckets and no key.");
      assertThat(
              ashlar
                  .open(shop(BUCKETS + "key: { type: memory::Key }\n").policies(List.of("acme")))
                  .plan()
                  .join()
                  .isDenied())
          .isFalse();
    }
  }

  @Test
  void aPolicyThatCannotBeEvaluatedDenies() {
    PolicyPack broken =
        pack(
            """
            - id: fragile
              severity: warn
              match: { types: "memory::*" }
              assert: "resource.Owner == 'me'"
              message: m
            """);
    try (Ashlar ashlar = engine(broken)) {
      Plan plan = ashlar.open(shop(BUCKETS).policies(List.of("acme"))).plan().join();

      assertThat(verdicts(plan, "good"))
          .singleElement()
          .satisfies(
              verdict -> {
                assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.DENY);
                assertThat(verdict.code()).contains("policy.evaluation-failed");
                assertThat(verdict.message()).contains("has no key \"Owner\"");
                assertThat(verdict.location().orElseThrow().line()).isEqualTo(8);
              });
    }
  }

  @Test
  void aPolicyIsHeldAgainstTheTypesThatItNames() {
    PolicyPack misspelt =
        pack(
            """
            - { id: a, severity: deny, match: { types: memory::Bucket }, assert: "resource.Encrypton != null", message: m }
            """);
    PolicyPack nowhere =
        pack(
            """
            - { id: a, severity: deny, match: { types: [memory::Bukket, "Other::Cloud::Thing"] }, assert: "true", message: m }
            """);
    try (Ashlar ashlar = engine(misspelt)) {
      Plan plan = ashlar.open(shop(BUCKETS).policies(List.of("acme"))).plan().join();
      assertThat(plan.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("expression.unknown-attribute");
      assertThat(plan.digest()).isEmpty();
      assertThat(ashlar.open(shop(BUCKETS).policies(List.of("acme", "baselin"))).check().join())
          .extracting(Diagnostic::code)
          .contains("policy.unknown-pack");
    }
    try (Ashlar ashlar = engine(nowhere)) {
      assertThat(ashlar.open(shop(BUCKETS).policies(List.of("acme"))).plan().join().diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("policy.unknown-type");
    }
  }

  private static Environment.Exemption exemption(String policy, String resource, String expires) {
    return new Environment.Exemption(
        policy,
        List.of(resource),
        "moved in spring",
        "storage team",
        Instant.parse(expires),
        Optional.empty());
  }

  @Test
  void anExemptionAllowsUntilItIsOver() {
    try (Ashlar ashlar = engine(pack(ENCRYPTED))) {
      Environment environment = shop(BUCKETS).policies(List.of("acme"));
      Plan exempt =
          ashlar
              .open(
                  environment.exemptions(
                      List.of(exemption("acme/encrypted", "ba*", "2999-01-01T00:00:00Z"))))
              .plan()
              .join();

      assertThat(exempt.isDenied()).isFalse();
      assertThat(exempt.diagnostics()).isEmpty();
      assertThat(verdicts(exempt, "bad"))
          .extracting(Verdict::outcome, verdict -> verdict.exemption().orElseThrow())
          .containsExactly(
              tuple(
                  Verdict.Outcome.EXEMPT,
                  "moved in spring; storage team, until 2999-01-01T00:00:00Z"));

      Plan over =
          ashlar
              .open(
                  environment.exemptions(
                      List.of(
                          exemption("acme/encrypted", "bad", "2020-01-01T00:00:00Z"),
                          exemption("acme/encrypted", "good", "2999-01-01T00:00:00Z"))))
              .plan()
              .join();

      assertThat(over.isDenied()).isTrue();
      assertThat(over.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("policy.exemption-expired", "policy.exemption-unused");
    }
  }

  @Test
  void whatHoldsEverywhereCannotBeExempted() {
    try (Ashlar ashlar =
        Ashlar.builder().addProvider(MemoryCloud.create()).addPolicies(pack(ENCRYPTED)).build()) {
      assertThat(
              ashlar
                  .open(
                      shop(BUCKETS)
                          .exemptions(List.of(exemption("acme/*", "*", "2999-01-01T00:00:00Z"))))
                  .plan()
                  .join()
                  .isDenied())
          .isTrue();
    }
  }

  @Test
  void aSecretIsNeverInAMessage() {
    PolicyPack nosy =
        pack(
            """
            - id: nosy
              severity: deny
              match: { types: memory::Secret }
              assert: "size(resource.Value) > 100"
              message: "It is ${resource.Value}, ${change.name}."
            """);
    try (Ashlar ashlar = engine(nosy)) {
      Plan plan =
          ashlar
              .open(
                  shop("s: { type: memory::Secret, properties: { Value: hunter2 } }")
                      .policies(List.of("acme")))
              .plan()
              .join();

      assertThat(verdicts(plan, "s"))
          .extracting(Verdict::message)
          .containsExactly("It is (secret), s.");
      assertThat(plan.toJson()).doesNotContain("hunter2");
    }
  }
}
