package dev.ashlar.endtoend;

import static dev.ashlar.endtoend.Office.ANNA;
import static dev.ashlar.endtoend.Office.DORA;
import static dev.ashlar.endtoend.Office.MARA;
import static dev.ashlar.endtoend.Office.RUTH;
import static dev.ashlar.endtoend.Office.SAM;
import static dev.ashlar.endtoend.Office.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.memory.Fault;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plans that somebody must approve before they are applied. */
@Timeout(60)
class ApprovalsTest {
  private static final String BUCKET = "{ files: { type: memory::Bucket } }";

  /** Everything needs a release manager. */
  private static Office office() {
    return new Office(builder -> builder.addApprovals(ApprovalRule.by("release-manager")))
        .declare(BUCKET);
  }

  private static Office office(ApprovalRule... rules) {
    return new Office().with(e -> e.approvalRules(List.of(rules))).declare(BUCKET);
  }

  @Test
  void aPlanSaysWhoMustApproveIt() {
    try (Office office = office()) {
      Plan plan = office.plan(ANNA);

      assertThat(PlanText.plain().render(plan))
          .contains("must be approved\n       release-manager  by release-manager\n");
      assertThat(plan.author()).isEqualTo("anna");
      assertThat(plan.approvals())
          .extracting(ApprovalNeed::rule, ApprovalNeed::roles, ApprovalNeed::count)
          .containsExactly(tuple("by release-manager", List.of("release-manager"), 1));
    }
  }

  @Test
  void aPlanThatLacksAnApprovalIsRefusedAndSaysWhoMustApproveAndHow() {
    try (Office office = office()) {
      Outcome outcome = office.apply(ANNA, office.plan(ANNA));

      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(codes(outcome.diagnostics())).containsExactly("approval.needed");
      assertThat(outcome.diagnostics().get(0).detail())
          .contains("\"by release-manager\" wants the approval of release-manager.")
          .contains("ashlar approve P.json --as USER");
      assertThat(office.cloud.objects()).isEmpty();
    }
  }

  @Test
  void aPlanThatIsApprovedIsAppliedAlsoFromAFileAndByAnother() {
    try (Office office = office()) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(ANNA, plan);
      assertThat(asked.status()).isEqualTo(Approval.Status.PENDING);
      assertThat(asked.roles()).containsExactly("release-manager");

      assertThat(office.approve(MARA, asked).orThrow().status())
          .isEqualTo(Approval.Status.APPROVED);
      Plan read = Plan.read(Source.text("p.json", plan.toJson())).orThrow();

      assertThat(office.apply(SAM, read)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void nobodyApprovesAPlanOfTheirOwn() {
    try (Office office = office()) {
      Approval asked = office.request(ANNA, office.plan(MARA));

      assertThat(codes(office.approve(MARA, asked).diagnostics())).containsExactly("approval.own");
    }
  }

  @Test
  void nobodyApprovesWhatTheyRequestThemselves() {
    try (Office office = office()) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(MARA, plan);

      assertThat(codes(office.approve(MARA, asked).diagnostics())).containsExactly("approval.own");
      assertThat(office.refused(ANNA, plan)).containsExactly("approval.needed");
    }
  }

  @Test
  void onlyThoseWhoAreAskedCanApprove() {
    try (Office office = office()) {
      Approval asked = office.request(ANNA, office.plan(ANNA));

      Checked<Approval> answer = office.approve(SAM, asked);

      assertThat(codes(answer.diagnostics())).containsExactly("approval.not-entitled");
      assertThat(answer.diagnostics().get(0).detail())
          .isEqualTo("Asked are release-manager; sam is security.");
    }
  }

  @Test
  void onePersonCountsOnce() {
    try (Office office = office(ApprovalRule.by("release-manager", "dba").count(2))) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(ANNA, plan);

      office.approve(DORA, asked);
      Approval again = office.approve(DORA, asked).orThrow();

      assertThat(again.status()).isEqualTo(Approval.Status.PENDING);
      assertThat(again.decisions()).hasSize(1);
      assertThat(office.refused(ANNA, plan)).containsExactly("approval.needed");
      assertThat(office.approve(RUTH, asked).orThrow().status())
          .isEqualTo(Approval.Status.APPROVED);
      assertThat(office.apply(ANNA, plan)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void eachRoleNeedsSomebodyOfItsOwn() {
    try (Office office = office(ApprovalRule.by("release-manager", "dba"))) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(ANNA, plan);

      office.approve(DORA, asked);
      assertThat(office.refused(ANNA, plan)).containsExactly("approval.needed");

      office.approve(MARA, asked);
      assertThat(office.apply(ANNA, plan)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void twoOfOneRoleDoNotStandForAnother() {
    try (Office office = office(ApprovalRule.by("release-manager", "dba"))) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(ANNA, plan);

      office.approve(MARA, asked);
      office.approve(RUTH, asked);

      assertThat(office.refused(ANNA, plan)).containsExactly("approval.needed");
    }
  }

  @Test
  void anApprovalExpires() {
    try (Office office = office(ApprovalRule.by("release-manager").expires(Duration.ofHours(8)))) {
      Plan plan = office.plan(ANNA);
      office.approve(MARA, office.request(ANNA, plan));

      office.time.advance(Duration.ofHours(8));

      assertThat(office.refused(ANNA, plan)).containsExactly("approval.expired");
      assertThat(office.done(office.as(ANNA).approvals()).orThrow())
          .extracting(Approval::status)
          .containsExactly(Approval.Status.EXPIRED);
    }
  }

  @Test
  void whatHasExpiredCanBeRequestedAgain() {
    try (Office office = office()) {
      Plan plan = office.plan(ANNA);
      Approval first = office.request(ANNA, plan);
      office.time.advance(Duration.ofDays(7));
      assertThat(codes(office.approve(MARA, first).diagnostics()))
          .containsExactly("approval.expired");

      Approval second = office.request(ANNA, plan);

      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(codes(office.approve(MARA, first).diagnostics()))
          .containsExactly("approval.unknown");
      office.approve(MARA, second);
      assertThat(office.apply(ANNA, plan)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void oneRejectionIsEnough() {
    try (Office office = office()) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(ANNA, plan);
      office.approve(MARA, asked);

      Approval rejected = office.done(office.as(RUTH).reject(asked.id(), "not today")).orThrow();

      assertThat(rejected.status()).isEqualTo(Approval.Status.REJECTED);
      Outcome outcome = office.apply(ANNA, plan);
      assertThat(codes(outcome.diagnostics())).containsExactly("approval.rejected");
      assertThat(outcome.diagnostics().get(0).detail())
          .isEqualTo("ruth has rejected it: not today");
      assertThat(codes(office.approve(DORA, asked).diagnostics()))
          .containsExactly("approval.rejected");
    }
  }

  @Test
  void anOpenRequestIsNotMadeTwice() {
    try (Office office = office()) {
      Plan plan = office.plan(ANNA);

      assertThat(office.request(SAM, plan).id()).isEqualTo(office.request(ANNA, plan).id());
      assertThat(office.done(office.as(ANNA).approvals()).orThrow()).hasSize(1);
    }
  }

  @Test
  void anApprovalDoesNotCarryOverToAnotherPlan() {
    try (Office office = office()) {
      office.approve(MARA, office.request(ANNA, office.plan(ANNA)));

      office.declare("{ files: { type: memory::Bucket }, more: { type: memory::Queue } }");

      assertThat(office.refused(ANNA, office.plan(ANNA))).containsExactly("approval.needed");
    }
  }

  @Test
  void anApprovalIsBoundToTheSealAsWellAsToTheDigest() {
    try (Office office = office()) {
      Plan approved = office.plan(ANNA);
      office.approve(MARA, office.request(ANNA, approved));

      Plan other = office.plan(SAM);

      assertThat(other.digest()).isEqualTo(approved.digest());
      assertThat(office.refused(SAM, other)).containsExactly("approval.needed");
      assertThat(office.apply(SAM, approved)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void anApprovalOfAnOutdatedPlanIsWorthNothing() {
    try (Office office = office()) {
      Plan first = office.plan(ANNA);
      office.declare("{ files: { type: memory::Bucket }, more: { type: memory::Queue } }");
      Plan second = office.plan(ANNA);
      Approval asked = office.request(ANNA, first);
      office.approve(MARA, office.request(ANNA, second));
      office.apply(ANNA, second);

      assertThat(codes(office.approve(MARA, asked).diagnostics()))
          .containsExactly("approval.outdated");
      assertThat(codes(office.done(office.as(ANNA).requestApproval(first)).diagnostics()))
          .containsExactly("approval.outdated");
      assertThat(office.refused(ANNA, second)).containsExactly("execution.outdated-plan");
      office.declare("{ files: { type: memory::Bucket } }");
      assertThat(office.refused(ANNA, office.plan(ANNA))).containsExactly("approval.needed");
    }
  }

  @Test
  void aPlanThatWasMadeWithoutTheRulesOfItsApplyingIsPlannedAgain() {
    try (Office office = new Office().declare(BUCKET)) {
      Plan plan = office.plan(ANNA);
      office.with(e -> e.approvals(Map.of("apply", List.of("release-manager"))));

      assertThat(office.refused(ANNA, plan)).containsExactly("approval.needed");
      assertThat(codes(office.done(office.as(ANNA).requestApproval(plan)).diagnostics()))
          .containsExactly("approval.rules-changed");
    }
  }

  @Test
  void aPlanBringsItsRulesToWhereItIsApplied() {
    try (Office office = office(ApprovalRule.by("release-manager"))) {
      Plan plan = office.plan(ANNA);
      office.with(e -> e.approvalRules(List.of()));

      assertThat(office.refused(ANNA, plan)).containsExactly("approval.needed");
    }
  }

  @Test
  void whatNobodyHasToApproveIsNotRequested() {
    try (Office office = new Office().declare(BUCKET)) {
      assertThat(
              codes(office.done(office.as(ANNA).requestApproval(office.plan(ANNA))).diagnostics()))
          .containsExactly("approval.not-needed");
    }
  }

  @Test
  void anAlteredPlanIsNotRequested() {
    try (Office office = office()) {
      Plan plan = office.plan(ANNA);
      Plan altered =
          plan.toBuilder().approvals(plan.approvals(), plan.approvalRules(), "sam").build();

      assertThat(codes(office.done(office.as(ANNA).requestApproval(altered)).diagnostics()))
          .containsExactly("execution.broken-seal");
    }
  }

  @Test
  void undoingWhatFailsIsCoveredByTheApprovalOfThePlanThatAnnouncedIt() {
    try (Office office = office().with(e -> e.onFailure(OnFailure.ROLLBACK))) {
      office.declare(
          "{ files: { type: memory::Bucket }, more: { type: memory::Queue, dependsOn: [files] } }");
      Plan plan = office.plan(ANNA);
      office.approve(MARA, office.request(ANNA, plan));
      office.cloud.fault(Fault.refusal(Failure.denied("queue:create", "no")).on("memory::Queue"));

      Outcome outcome = office.apply(ANNA, plan);

      assertThat(outcome.rollback()).hasValueSatisfying(r -> assertThat(r.complete()).isTrue());
      assertThat(office.cloud.objects()).isEmpty();
    }
  }

  @Test
  void anInterruptedRunGoesOnUnderTheApprovalsWithWhichItBegan() {
    ApprovalRule rule = ApprovalRule.by("release-manager").expires(Duration.ofHours(8));
    try (Office office = office(rule, 3)) {
      Plan plan = office.plan(ANNA);
      office.approve(MARA, office.request(ANNA, plan));
      assertThat(office.apply(ANNA, plan)).isNotInstanceOf(Outcome.Succeeded.class);
      office.time.advance(Duration.ofHours(9));

      try (Ashlar second = office.another(builder -> builder.addApprovals(rule))) {
        Plan read = Plan.read(Source.text("p.json", plan.toJson())).orThrow();
        Outcome outcome =
            office.done(second.open(office.environment(), ANNA).apply(read).outcome());
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(outcome.state().objects()).hasSize(2);
      }
    }
  }

  @Test
  void anInterruptedRunIsRecoveredWithoutAnotherApproval() {
    ApprovalRule rule = ApprovalRule.by("release-manager").expires(Duration.ofHours(8));
    try (Office office = office(rule, 2)) {
      Plan plan = office.plan(ANNA);
      office.approve(MARA, office.request(ANNA, plan));
      office.apply(ANNA, plan);
      office.time.advance(Duration.ofHours(9));

      try (Ashlar second = office.another(builder -> builder.addApprovals(rule))) {
        Outcome outcome = office.done(second.open(office.environment(), ANNA).recover().outcome());
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      }
    }
  }

  /** The process dies after so many entries of the journal. */
  private static Office office(ApprovalRule rule, int entries) {
    return new Office(
            builder -> builder.addApprovals(rule), store -> new DyingStore(store, entries))
        .declare(
            "{ files: { type: memory::Bucket }, jobs: { type: memory::Queue, dependsOn: [files] }"
                + " }");
  }

  @Test
  void whoListensIsToldOfEachStep() {
    List<String> told = new ArrayList<>();
    try (Office office =
        new Office(
                builder ->
                    builder
                        .addApprovals(ApprovalRule.by("release-manager"))
                        .onApproval(
                            approval -> {
                              throw new IllegalStateException("an inbox that is down");
                            })
                        .onApproval(approval -> told.add(approval.status().text())))
            .declare(BUCKET)) {
      Plan plan = office.plan(ANNA);
      office.approve(MARA, office.request(ANNA, plan));
      office.apply(ANNA, plan);
      assertThat(told).containsExactly("pending", "approved");
    }
  }

  @Test
  void nothingToDoNeedsNobody() {
    try (Office office = office().declare("{}")) {
      assertThat(office.plan(ANNA).approvals()).isEmpty();
      assertThat(office.apply(ANNA, office.plan(ANNA))).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void whatIsAskedAndDecidedIsToldInTheAuditLogAlsoWhatIsRefused() {
    UnaryOperator<Ashlar.Builder> audited =
        builder ->
            builder.addApprovals(ApprovalRule.by("release-manager")).audit(AuditLog.inMemory());
    try (Office office = new Office(audited).declare(BUCKET)) {
      Plan plan = office.plan(ANNA);
      Approval asked = office.request(ANNA, plan);
      office.approve(ANNA, asked);
      office.approve(MARA, asked);

      List<AuditEntry> entries =
          office.done(office.ashlar.audit(plan.environment(), List.of())).orThrow().entries();
      assertThat(entries)
          .extracting(AuditEntry::kind, AuditEntry::principal)
          .containsExactly(
              tuple(AuditEntry.Kind.PLAN_MADE, "anna"),
              tuple(AuditEntry.Kind.APPROVAL_REQUESTED, "anna"),
              tuple(AuditEntry.Kind.ATTEMPT_REFUSED, "anna"),
              tuple(AuditEntry.Kind.APPROVAL_GIVEN, "mara"));
      assertThat(entries.get(3).subject()).contains(plan.digest());
    }
  }
}
