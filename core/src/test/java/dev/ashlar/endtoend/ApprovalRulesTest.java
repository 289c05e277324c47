package dev.ashlar.endtoend;

import static dev.ashlar.endtoend.Office.ANNA;
import static dev.ashlar.endtoend.Office.MARA;
import static dev.ashlar.endtoend.Office.SAM;
import static dev.ashlar.endtoend.Office.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which plans need an approval, and whose: by what they are for and what they change. */
@Timeout(60)
class ApprovalRulesTest {
  private static final String BUCKET = "{ files: { type: memory::Bucket } }";

  private static Office office(ApprovalRule... rules) {
    return new Office().with(e -> e.approvalRules(List.of(rules))).declare(BUCKET);
  }

  @Test
  void destroyingAndDeletingAskTheirOwnPeople() {
    try (Office office = new Office().declare(BUCKET)) {
      office.apply(ANNA, office.plan(ANNA));
      office.with(
          e ->
              e.approvals(
                  Map.of("destroy", List.of("security"), "delete", List.of("release-manager"))));

      Plan destroy = office.plan(ANNA, PlanMode.of(PlanMode.Purpose.DESTROY));
      assertThat(destroy.approvals())
          .extracting(ApprovalNeed::rule, ApprovalNeed::changes)
          .containsExactly(tuple("delete", List.of("files#1/delete")), tuple("destroy", List.of()));
      Approval asked = office.request(ANNA, destroy);
      office.approve(MARA, asked);
      assertThat(office.refused(ANNA, destroy)).containsExactly("approval.needed");
      office.approve(SAM, asked);
      assertThat(office.apply(ANNA, destroy)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void anEmptiedBlueprintIsNoWayRoundARuleForDeletions() {
    try (Office office = new Office().declare(BUCKET)) {
      office.apply(ANNA, office.plan(ANNA));
      office.with(e -> e.approvals(Map.of("delete", List.of("release-manager")))).declare("{}");

      assertThat(office.refused(ANNA, office.plan(ANNA))).containsExactly("approval.needed");
    }
  }

  @Test
  void aRollbackIsAPlanAndNeedsItsOwnApproval() {
    try (Office office = new Office().declare(BUCKET)) {
      office.apply(ANNA, office.plan(ANNA));
      office.declare("{ files: { type: memory::Bucket }, more: { type: memory::Queue } }");
      office.apply(ANNA, office.plan(ANNA));
      office.with(e -> e.approvals(Map.of("rollback", List.of("release-manager"))));

      Plan rollback = office.plan(ANNA, PlanMode.rollback());
      assertThat(office.refused(ANNA, rollback)).containsExactly("approval.needed");
      office.approve(MARA, office.request(ANNA, rollback));
      Plan read = Plan.read(Source.text("p.json", rollback.toJson())).orThrow();
      assertThat(office.apply(ANNA, read)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void repairAndAcceptNeedTheirs() {
    try (Office office = new Office().declare(BUCKET)) {
      office.apply(ANNA, office.plan(ANNA));
      office.cloud.tamper(
          "memory::Bucket",
          office.cloud.objects().get(0).id(),
          o -> o.with("PublicAccess", Value.of(true)));
      office.with(e -> e.approvals(Map.of("repair", List.of("a"), "accept", List.of("b"))));
      office.declare("{ files: { type: memory::Bucket, properties: { PublicAccess: false } } }");

      assertThat(needs(office.plan(ANNA))).isEmpty();
      assertThat(needs(office.plan(ANNA, PlanMode.of(PlanMode.Purpose.REPAIR))))
          .containsExactly("repair");
      assertThat(needs(office.plan(ANNA, PlanMode.of(PlanMode.Purpose.ACCEPT))))
          .containsExactly("accept");
    }
  }

  @Test
  void takingOverAndLettingGoNeedTheirs() {
    try (Office office = new Office()) {
      office.declare("{ files: { type: memory::Bucket, lifecycle: { onRemove: retain } } }");
      office.apply(ANNA, office.plan(ANNA));
      String identity = office.cloud.objects().get(0).id();
      office.with(e -> e.approvals(Map.of("forget", List.of("a"), "import", List.of("b"))));

      Plan forgetting = office.declare("{}").plan(ANNA);
      assertThat(needs(forgetting)).containsExactly("forget");
      office.with(e -> e.approvals(Map.of("import", List.of("b"))));
      office.apply(ANNA, office.plan(ANNA));
      Plan adopting =
          office
              .declare(BUCKET)
              .plan(ANNA, PlanMode.apply().adopting(Map.of(Address.of("files"), identity)));

      assertThat(adopting.diagnostics()).isEmpty();
      assertThat(needs(adopting)).containsExactly("import");
    }
  }

  private static List<String> needs(Plan plan) {
    return plan.approvals().stream().map(ApprovalNeed::rule).toList();
  }

  @Test
  void rulesAskByRiskTypeAndStage() {
    ApprovalRule risky =
        ApprovalRule.by("dba").risks("destroys-data").types("memory::B*").named("data");
    ApprovalRule staged = ApprovalRule.by("security").stages("production").named("production");
    try (Office office =
        office(risky, staged)
            .declare("{ data: { type: memory::Bucket }, q: { type: memory::Queue } }")) {
      assertThat(needs(office.plan(ANNA))).isEmpty();
      office.apply(ANNA, office.plan(ANNA));
      office.declare("{ q: { type: memory::Queue } }");
      assertThat(office.plan(ANNA).approvals())
          .extracting(ApprovalNeed::rule, ApprovalNeed::changes)
          .containsExactly(tuple("data", List.of("data#1/delete")));
      office.with(e -> e.stage("production"));
      assertThat(needs(office.plan(ANNA))).containsExactly("data", "production");
    }
  }

  private static final PolicyPack PACK =
      PolicyPack.read(
              Source.text(
                  "acme.yaml",
                  """
                  apiVersion: ashlar.dev/v1
                  kind: PolicyPack
                  metadata: { name: acme }
                  policies:
                    - id: encrypted
                      severity: approve
                      match: { types: memory::Bucket }
                      assert: has(resource.Encryption)
                      message: "${change.address} is not encrypted."
                  """))
          .orThrow();

  @Test
  void aPolicyThatWantsAnApprovalGetsThatOfAnybodyButTheAuthor() {
    try (Office office = new Office(builder -> builder.addPolicies(PACK)).declare(BUCKET)) {
      Plan plan = office.plan(ANNA);
      assertThat(plan.isDenied()).isFalse();
      assertThat(plan.approvals())
          .extracting(ApprovalNeed::rule, ApprovalNeed::who, ApprovalNeed::changes)
          .containsExactly(
              tuple("policy acme/encrypted", "anybody but its author", List.of("files#1/create")));
      assertThat(office.refused(ANNA, plan)).containsExactly("approval.needed");
      Approval asked = office.request(ANNA, plan);
      assertThat(codes(office.approve(ANNA, asked).diagnostics())).containsExactly("approval.own");
      office.approve(SAM, asked);
      assertThat(office.apply(ANNA, plan)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void aRuleSaysWhoApprovesWhatAPolicyWants() {
    try (Office office =
        new Office(builder -> builder.addPolicies(PACK))
            .with(e -> e.approvalRules(List.of(ApprovalRule.by("security").policies("acme/*"))))
            .declare(BUCKET)) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(ANNA, plan);
      assertThat(codes(office.approve(MARA, asked).diagnostics()))
          .containsExactly("approval.not-entitled");
      office.approve(SAM, asked);
      assertThat(office.apply(ANNA, plan)).isInstanceOf(Outcome.Succeeded.class);
    }
  }
}
