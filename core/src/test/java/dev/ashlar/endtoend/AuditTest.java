package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.AuditEntry.Kind;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who did what, when, from what, and what came of it. */
class AuditTest {
  private static final Environment.Id SHOP = new Environment.Id("", "shop");
  private static final String ONE =
      "resources: { one: { type: memory::Value, properties: { input: a } } }\n";

  private final Broken log = new Broken(AuditLog.inMemory());
  private final Scene scene = new Scene(builder -> builder.audit(log));

  @AfterEach
  void close() {
    scene.close();
  }

  /** A log that can be out of reach. */
  private static final class Broken implements AuditLog {
    private final AuditLog log;
    private int writable = Integer.MAX_VALUE;

    Broken(AuditLog log) {
      this.log = log;
    }

    @Override
    public CompletionStage<Position> position(Environment.Id environment) {
      return log.position(environment);
    }

    @Override
    public CompletionStage<Boolean> append(Environment.Id environment, Addition addition) {
      return writable-- > 0
          ? log.append(environment, addition)
          : CompletableFuture.failedFuture(new IOException("disk full"));
    }

    @Override
    public CompletionStage<Content> read(Environment.Id environment) {
      return log.read(environment);
    }

    @Override
    public CompletionStage<Boolean> replace(Environment.Id environment, Addition whole) {
      return log.replace(environment, whole);
    }
  }

  private AuditTrail trail() {
    AuditTrail trail = scene.time().run(scene.ashlar.audit(SHOP, List.of())).orThrow();
    assertThat(trail.findings()).isEmpty();
    return trail;
  }

  private Outcome apply(Plan plan, String who) {
    return scene
        .time()
        .run(
            scene
                .ashlar
                .open(scene.workspace().environment(), Principal.named(who))
                .apply(plan)
                .outcome());
  }

  private static String text(AuditEntry entry, String field) {
    return entry.data().get(field).toString();
  }

  @Test
  void aPlanAndItsApplyAreToldWithWhoAndWhatCameOfEachChange() {
    Plan plan = scene.declare(ONE).plan();
    assertThat(apply(plan, "alice")).isInstanceOf(Outcome.Succeeded.class);
    List<AuditEntry> entries = trail().entries();
    assertThat(entries)
        .extracting(AuditEntry::kind)
        .containsExactly(Kind.PLAN_MADE, Kind.APPLY_BEGAN, Kind.APPLY_ENDED);
    assertThat(entries).allSatisfy(each -> assertThat(each.subject()).contains(plan.digest()));
    assertThat(entries).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L);
    assertThat(entries)
        .extracting(AuditEntry::principal)
        .containsExactly("anonymous", "alice", "alice");
    assertThat(text(entries.get(0), "blueprint")).isEqualTo("shop");
    assertThat(entries.get(2).data())
        .isEqualTo(
            Value.map(
                java.util.Map.of(
                    "outcome", Value.of("succeeded"),
                    "serial", Value.of(1),
                    "changes",
                        Value.list(
                            List.of(
                                Value.map(
                                    java.util.Map.of(
                                        "address", Value.of("one"),
                                        "type", Value.of("memory::Value"),
                                        "action", Value.of("create"),
                                        "status", Value.of("done"))))))));
  }

  @Test
  void eachLineIsACloudEvent() {
    scene.declare(ONE).plan();
    assertThat(trail().entries().get(0).text())
        .startsWith(
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/ashlar//shop\","
                + "\"type\":\"dev.ashlar.plan.made\",\"subject\":\"")
        .contains("\"datacontenttype\":\"application/json\",\"data\":{\"purpose\":\"apply\"");
  }

  @Test
  void aRefusedAttemptIsTold() {
    Plan plan = scene.declare(ONE).plan();
    Plan altered = plan.toBuilder().seal("0".repeat(64)).build();
    assertThat(apply(altered, "mallory")).isInstanceOf(Outcome.Refused.class);
    AuditEntry last = trail().entries().get(2);
    assertThat(last.kind()).isEqualTo(Kind.ATTEMPT_REFUSED);
    assertThat(last.principal()).isEqualTo("mallory");
    assertThat(text(last, "errors")).contains("execution.broken-seal");
  }

  @Test
  void repairsRollbacksAndImportsAreToldAsThePlansThatTheyAre() {
    scene.declare(ONE).applied();
    scene.declare(ONE.replace("a }", "b }")).applied();
    apply(scene.plan(PlanMode.of(PlanMode.Purpose.REPAIR)), "bob");
    apply(scene.plan(PlanMode.rollback()), "bob");
    assertThat(trail().entries().stream().filter(each -> each.kind() == Kind.PLAN_MADE))
        .extracting(each -> text(each, "purpose"))
        .contains("apply", "repair", "rollback");
    assertThat(trail().entries())
        .filteredOn(each -> each.data().entries().containsKey("restores"))
        .isNotEmpty();
  }

  @Test
  void aMoveIsToldInBothEnvironments() {
    scene.declare(ONE).applied();
    Environment.Id other = new Environment.Id("", "other");
    Address one = Address.parse("one").orElseThrow();
    var move = scene.time().run(scene.ashlar.move(SHOP, one, other));
    scene.time().run(scene.ashlar.apply(move, Principal.named("olga")).outcome());
    for (Environment.Id each : List.of(SHOP, other)) {
      assertThat(scene.time().run(scene.ashlar.audit(each, List.of())).orThrow().entries())
          .extracting(AuditEntry::kind)
          .endsWith(Kind.MOVE_BEGAN, Kind.MOVE_ENDED);
    }
  }

  @Test
  void aRecoveryOfNothingIsNotTold() {
    scene.declare(ONE).applied();
    int before = trail().entries().size();
    scene.time().run(scene.workspace().recover().outcome());
    assertThat(trail().entries()).hasSize(before);
  }

  @Test
  void whatCannotBeToldIsNotBegun() {
    Plan plan = scene.declare(ONE).plan();
    log.writable = 0;
    Outcome outcome = apply(plan, "alice");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("audit.unwritable");
    assertThat(scene.cloud.objects()).isEmpty();
    assertThat(scene.plan().hasErrors()).isTrue();
  }

  @Test
  void anEndThatCannotBeToldIsAFailureThatSaysSo() {
    Plan plan = scene.declare(ONE).plan();
    log.writable = 1;
    Outcome outcome = apply(plan, "alice");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("audit.unwritable");
    assertThat(scene.state().current()).hasSize(1);
  }
}
