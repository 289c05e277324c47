package dev.ashlar.endtoend;

import static dev.ashlar.endtoend.Office.codes;
import static dev.ashlar.governance.Permission.APPLY;
import static dev.ashlar.governance.Permission.APPROVE;
import static dev.ashlar.governance.Permission.DESTROY;
import static dev.ashlar.governance.Permission.IMPORT;
import static dev.ashlar.governance.Permission.PLAN;
import static dev.ashlar.governance.Permission.READ_SECRET;
import static dev.ashlar.governance.Permission.READ_STATE;
import static dev.ashlar.governance.Permission.ROLLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.Exemption;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Access;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.Grant;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.Roles;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may do what, where, and to which types. */
@Timeout(60)
class AccessTest {
  private static final String BUCKET = "{ files: { type: memory::Bucket } }";
  private static final String BOTH =
      "{ files: { type: memory::Bucket }, jobs: { type: memory::Queue } }";
  private static final Principal BOSS = Principal.named("boss").role("boss");
  private static final Principal BUILDER = Principal.named("bea").role("builder");
  private static final Principal STRANGER = Principal.named("sid");

  private static Roles boss() {
    return Access.roles().grant("boss", dev.ashlar.governance.Permission.values());
  }

  private static Office office(Roles roles) {
    return new Office(builder -> builder.access(roles)).declare(BUCKET);
  }

  @Test
  void whatNobodyGrantsIsRefused() {
    try (Office office = office(boss())) {
      Plan plan = office.plan(STRANGER);

      assertThat(codes(plan.diagnostics())).containsExactly("access.denied");
      assertThat(plan.diagnostics().get(0).detail())
          .isEqualTo("sid has no permission plan in \"shop\", being in no role.");
      assertThat(office.refused(STRANGER, office.plan(BOSS)))
          .containsExactly("access.denied", "access.type-denied");
      assertThat(office.cloud.objects()).isEmpty();
    }
  }

  @Test
  void aGrantAtAStageHoldsAtThatStageOnly() {
    try (Office office = office(boss().grantAt("staging", "builder", PLAN, APPLY))) {
      assertThat(codes(office.plan(BUILDER).diagnostics())).containsExactly("access.denied");
      office.with(e -> e.stage("staging"));
      assertThat(office.apply(BUILDER, office.plan(BUILDER))).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void thePlanSaysItsStageAndNotTheDocumentItIsAppliedWith() {
    try (Office office = office(boss().grantAt("development", "builder", PLAN, APPLY))) {
      Plan production = office.with(e -> e.stage("production")).plan(BOSS);
      office.with(e -> e.stage("development"));

      assertThat(office.refused(BUILDER, production)).contains("access.denied");
    }
  }

  @Test
  void aRequestKnowsTheStageOfItsPlan() {
    try (Office office =
        new Office(
                builder ->
                    builder
                        .addApprovals(ApprovalRule.by("builder"))
                        .access(boss().grantAt("development", "builder", APPROVE)))
            .declare(BUCKET)) {
      Approval asked = office.with(e -> e.stage("production")).request(BOSS, office.plan(BOSS));
      office.with(e -> e.stage("development"));

      assertThat(codes(office.approve(BUILDER, asked).diagnostics()))
          .containsExactly("access.denied");
    }
  }

  @Test
  void aPlanThatTouchesAnotherTypeIsRefusedAndNamesTheChangeAndTheType() {
    Grant queues = Grant.of("builder", PLAN, APPLY).types("memory::Q*");
    try (Office office = office(boss().grant(queues)).declare(BOTH)) {
      Outcome outcome = office.apply(BUILDER, office.plan(BUILDER));

      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(outcome.diagnostics())
          .singleElement()
          .satisfies(
              denied -> {
                assertThat(denied.code()).isEqualTo("access.type-denied");
                assertThat(denied.address()).contains(Address.of("files"));
                assertThat(denied.location()).isPresent();
                assertThat(denied.detail())
                    .isEqualTo(
                        "The plan would create \"files\", which is a memory::Bucket, and bea has no"
                            + " permission apply for that type.");
              });
      assertThat(office.cloud.objects()).isEmpty();
      office.declare("{ jobs: { type: memory::Queue } }");
      assertThat(office.apply(BUILDER, office.plan(BUILDER))).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void whoMayApplyAndNotDestroyDeletesNothingByLeavingItOut() {
    try (Office office = office(boss().grant("builder", PLAN, APPLY)).declare(BOTH)) {
      office.apply(BUILDER, office.plan(BUILDER));
      office.declare(BUCKET);

      assertThat(office.refused(BUILDER, office.plan(BUILDER)))
          .containsExactly("access.type-denied");
      assertThat(
              office.refused(BUILDER, office.plan(BUILDER, PlanMode.of(PlanMode.Purpose.DESTROY))))
          .contains("access.denied");
    }
  }

  @Test
  void whoMayApplyReplaces() {
    try (Office office = office(boss().grant("builder", PLAN, APPLY))) {
      office.apply(BUILDER, office.plan(BUILDER));
      Plan replacing =
          office.plan(BUILDER, PlanMode.apply().replacing(java.util.Set.of(Address.of("files"))));

      assertThat(office.apply(BUILDER, replacing)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void rollingBackAndTakingOverTakePermissionsOfTheirOwn() {
    try (Office office =
        office(
            boss()
                .grant("builder", PLAN, APPLY, DESTROY)
                .grant("restorer", PLAN, ROLLBACK)
                .grant("importer", IMPORT, APPLY))) {
      office.apply(BOSS, office.plan(BOSS));
      office.declare(BOTH);
      office.apply(BOSS, office.plan(BOSS));
      Plan rollback = office.plan(BUILDER, PlanMode.rollback());

      assertThat(office.refused(BUILDER, rollback)).contains("access.denied");
      assertThat(office.apply(Principal.named("ria").role("restorer"), rollback))
          .isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void anExemptionIsForThoseWhoMayBringOne() {
    PolicyPack pack =
        PolicyPack.read(
                Source.text(
                    "acme.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: PolicyPack
                    metadata: { name: acme }
                    policies:
                      - id: none
                        severity: deny
                        match: { types: memory::Bucket }
                        assert: "false"
                        message: no buckets
                    """))
            .orThrow();
    Exemption exemption =
        new Exemption(
            "acme/none",
            List.of(),
            "because",
            "boss",
            Instant.parse("2999-01-01T00:00:00Z"),
            Optional.empty());
    try (Office office =
        new Office(
                builder -> builder.offerPolicies(pack).access(boss().grant("builder", PLAN, APPLY)))
            .declare(BUCKET)
            .with(e -> e.policies(List.of("acme")).exemptions(List.of(exemption)))) {
      assertThat(office.refused(BUILDER, office.plan(BUILDER))).containsExactly("access.denied");
      assertThat(office.apply(BOSS, office.plan(BOSS))).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void secretsAreWithheldFromWhoMayReadTheRestOnly() {
    try (Office office =
        office(boss().grant("reader", READ_STATE).grant("keeper", READ_STATE, READ_SECRET))) {
      office.with(
          e ->
              Environment.of(
                      "shop",
                      dev.ashlar.blueprint.Blueprint.read(
                              Source.text(
                                  "shop.yaml",
                                  """
                                  apiVersion: ashlar.dev/v1
                                  kind: Blueprint
                                  metadata: { name: shop }
                                  parameters: { token: { type: string, sensitive: true } }
                                  resources:
                                    kept: { type: memory::Value, properties: { input: "${params.token}" } }
                                  outputs: { token: { value: "${params.token}", sensitive: true } }
                                  """))
                          .orThrow())
                  .parameter("token", Value.secret(Value.of("hunter2"))));
      assertThat(office.apply(BOSS, office.plan(BOSS))).isInstanceOf(Outcome.Succeeded.class);

      State read = office.done(office.as(Principal.named("r").role("reader")).state()).orThrow();
      State kept = office.done(office.as(Principal.named("k").role("keeper")).state()).orThrow();

      assertThat(content(kept)).isEqualTo(Value.of("hunter2"));
      assertThat(content(read).isKnown()).isFalse();
      assertThat(((Value.SecretValue) read.outputs().get("token")).content().isKnown()).isFalse();
    }
  }

  private static Value content(State state) {
    return ((Value.SecretValue)
            state.at(Address.of("kept")).orElseThrow().values().declared().get("input"))
        .content();
  }

  @Test
  void environmentsAreListedForWhoMayReadThem() {
    try (Office office = office(boss())) {
      office.apply(BOSS, office.plan(BOSS));

      assertThat(office.done(office.ashlar.environments(BOSS))).hasSize(1);
      assertThat(office.done(office.ashlar.environments(STRANGER))).isEmpty();
      assertThat(office.done(office.ashlar.environments())).isEmpty();
    }
  }

  @Test
  void accessThatFailsAllowsNothing() {
    try (Office office =
        new Office(
            builder ->
                builder.access(
                    request -> {
                      throw new IllegalStateException("the directory is down");
                    }))) {
      assertThat(codes(office.plan(BOSS).diagnostics())).containsExactly("access.denied");
    }
  }

  @Test
  void withoutAccessEverybodyMayDoEverything() {
    try (Office office = new Office().declare(BUCKET)) {
      assertThat(office.apply(STRANGER, office.plan(STRANGER)))
          .isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void rulesInADocumentSayWhoIsWhatAndMayWhat() {
    Roles roles =
        Roles.read(
                Source.text(
                    "roles.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: Roles
                    members: { bea: builder, mara: [builder, manager] }
                    grants:
                      - { role: builder, permissions: [plan, apply], tenants: acme, types: "memory::*" }
                      - { role: manager, permissions: approve, stages: [production], environments: "shop*" }
                    """))
            .orThrow();

    assertThat(roles.principal("mara").roles()).containsExactlyInAnyOrder("builder", "manager");
    assertThat(roles.principal("sid").roles()).isEmpty();
    assertThat(roles.grants()).hasSize(2);
    Environment.Id shop = new Environment.Id("acme", "shop-1");
    var apply = dev.ashlar.governance.AccessRequest.of(roles.principal("bea"), APPLY, shop);
    assertThat(Map.of(1, roles.allows(apply), 2, roles.allows(apply.to("AWS::S3::Bucket"))))
        .isEqualTo(Map.of(1, true, 2, false));
    var approve = dev.ashlar.governance.AccessRequest.of(roles.principal("mara"), APPROVE, shop);
    assertThat(roles.allows(approve)).isFalse();
    assertThat(roles.allows(approve.at("production"))).isTrue();
    assertThat(roles.allows(approve.at("staging"))).isFalse();
  }

  @Test
  void aDocumentOfRolesWithAMistakeGrantsNothing() {
    var read =
        Roles.read(
            Source.text(
                "roles.yaml",
                """
                apiVersion: ashlar.dev/v1
                kind: Roles
                grants:
                  - { role: builder, permissions: [plan, aply], stages: [] }
                """));

    assertThat(read.value()).isEmpty();
    assertThat(codes(read.diagnostics()))
        .containsExactly("blueprint.not-allowed", "blueprint.not-allowed");
  }

  @Test
  void keysThatSomebodyMayNotChangeAreNotToldAsChanged() {
    try (Office office =
        new Office(builder -> builder.access(boss()).audit(AuditLog.inMemory())).declare(BUCKET)) {
      Environment.Id shop = office.environment().id();
      office.apply(BOSS, office.plan(BOSS));

      assertThat(codes(office.done(office.ashlar.rekey(shop, true, STRANGER)).diagnostics()))
          .containsExactly("access.denied");
      List<AuditEntry> entries =
          office.done(office.ashlar.audit(shop, List.of(), BOSS)).orThrow().entries();
      assertThat(entries)
          .extracting(AuditEntry::kind)
          .contains(AuditEntry.Kind.ATTEMPT_REFUSED)
          .doesNotContain(AuditEntry.Kind.KEYS_CHANGED);
      assertThat(entries.get(entries.size() - 1).principal()).isEqualTo("sid");
    }
  }
}
