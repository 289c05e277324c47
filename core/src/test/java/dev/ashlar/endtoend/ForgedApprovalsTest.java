package dev.ashlar.endtoend;

import static dev.ashlar.endtoend.Office.ANNA;
import static dev.ashlar.endtoend.Office.DORA;
import static dev.ashlar.endtoend.Office.MARA;
import static dev.ashlar.endtoend.Office.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.ApprovalStore;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records of approvals in the hands of somebody who would like them to say something else. */
@Timeout(120)
class ForgedApprovalsTest {

  /** Records that anybody can reach into. */
  private static final class OpenStore implements ApprovalStore {
    final Map<String, List<Bytes>> records = new TreeMap<>();

    @Override
    public CompletionStage<Boolean> append(Entry entry) {
      List<Bytes> all = of(entry.environment(), entry.plan());
      boolean free = all.size() == entry.position();
      if (free) {
        all.add(entry.record());
      }
      return CompletableFuture.completedFuture(free);
    }

    List<Bytes> of(Environment.Id environment, String plan) {
      return records.computeIfAbsent(plan, any -> new ArrayList<>());
    }

    @Override
    public CompletionStage<List<Bytes>> records(Environment.Id environment, String plan) {
      return CompletableFuture.completedFuture(List.copyOf(of(environment, plan)));
    }

    @Override
    public CompletionStage<List<String>> plans(Environment.Id environment) {
      return CompletableFuture.completedFuture(List.copyOf(records.keySet()));
    }

    List<Bytes> only() {
      return records.values().iterator().next();
    }
  }

  private final OpenStore store = new OpenStore();

  private Office office() {
    return new Office(
            builder ->
                builder
                    .approvals(store)
                    .addApprovals(ApprovalRule.by("release-manager", "dba").count(2)))
        .declare("{ files: { type: memory::Bucket } }");
  }

  private Plan approved(Office office) {
    Plan plan = office.plan(ANNA);
    Approval asked = office.request(ANNA, plan);
    office.approve(MARA, asked);
    office.approve(DORA, asked);
    return plan;
  }

  @Test
  void eachByteThatIsFlippedIsNoticed() {
    try (Office office = office()) {
      Plan plan = approved(office);
      List<Bytes> good = List.copyOf(store.only());
      for (int record = 0; record < good.size(); record++) {
        for (int at = 0; at < good.get(record).size(); at++) {
          byte[] bytes = good.get(record).toArray();
          bytes[at] ^= (byte) (1 << at % 8);
          store.only().set(record, Bytes.of(bytes));
          assertThat(codes(office.done(office.as(ANNA).approvals()).diagnostics()))
              .as("byte %s of record %s", at, record)
              .containsExactly("approval.altered");
        }
        store.only().set(record, good.get(record));
      }
      assertThat(office.apply(ANNA, plan)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void aPlanWhoseApprovalWasAlteredIsNotApplied() {
    try (Office office = office()) {
      Plan plan = approved(office);
      byte[] bytes = store.only().get(1).toArray();
      bytes[10] ^= 1;
      store.only().set(1, Bytes.of(bytes));

      assertThat(office.refused(ANNA, plan)).containsExactly("approval.altered");
    }
  }

  @Test
  void recordsThatAreTakenOutOrSwappedOrRepeatedAreNoticed() {
    try (Office office = office()) {
      Plan plan = approved(office);
      List<Bytes> good = List.copyOf(store.only());
      for (List<Integer> order :
          List.of(List.of(0, 2), List.of(1, 2), List.of(0, 2, 1), List.of(0, 1, 1))) {
        store.only().clear();
        order.forEach(i -> store.only().add(good.get(i)));
        assertThat(office.refused(ANNA, plan)).as("%s", order).containsExactly("approval.altered");
      }
    }
  }

  @Test
  void recordsOfOnePlanDoNotServeAnother() {
    try (Office office = office()) {
      approved(office);
      List<Bytes> good = List.copyOf(store.only());
      office.declare("{ other: { type: memory::Bucket } }");
      Plan other = office.plan(ANNA);
      Approval asked = office.request(ANNA, other);
      List<Bytes> of =
          store.of(office.environment().id(), asked.id().substring(0, asked.id().indexOf('-')));
      of.clear();
      of.addAll(good);

      assertThat(office.refused(ANNA, other)).containsExactly("approval.altered");
    }
  }

  @Test
  void recordsOfAnotherEnvironmentAreWorthNothing() {
    try (Office office = office()) {
      approved(office);
      office.with(e -> Environment.of("copy", e.blueprint()));
      assertThat(codes(office.done(office.as(ANNA).approvals()).diagnostics()))
          .containsExactly("approval.altered");
    }
  }

  @Test
  void recordsOfAnotherKeyAreWorthNothing() {
    List<Bytes> forged;
    try (Office elsewhere = office()) {
      approved(elsewhere);
      forged = List.copyOf(store.only());
      store.records.clear();
    }
    try (Office office =
        new Office(
                builder ->
                    builder
                        .approvals(store)
                        .random(new java.util.Random(2))
                        .addApprovals(ApprovalRule.by("release-manager", "dba").count(2)))
            .declare("{ files: { type: memory::Bucket } }")) {
      Plan plan = office.plan(ANNA);
      office.request(ANNA, plan);
      store.only().clear();
      store.only().addAll(forged);

      assertThat(office.refused(ANNA, plan)).containsExactly("approval.altered");
    }
  }
}
