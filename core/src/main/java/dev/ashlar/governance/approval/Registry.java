package dev.ashlar.governance.approval;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.ApprovalStore;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.digest.Sha256;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Reads and writes the records of one environment.
 *
 * @param store where they live
 * @param environment whose they are
 * @param sign makes signatures with the environment's key
 */
public record Registry(
    ApprovalStore store, Environment.Id environment, Function<byte[], String> sign) {
  private static final int NAME = 16;
  private static final char NUMBER = '-';

  /** The name of a plan: of its digest and its seal. */
  public static String name(Plan plan) {
    return Sha256.of(plan.digest() + "/" + plan.seal()).substring(0, NAME);
  }

  /** The name of the plan that a request is about. */
  public static String plan(String id) {
    int end = id.lastIndexOf(NUMBER);
    return end < 0 ? id : id.substring(0, end);
  }

  /** What the next request about a plan is called. */
  public static String id(Docket docket) {
    return docket.plan() + NUMBER + (docket.cases().size() + 1);
  }

  /** All records about a plan, verified. */
  public CompletionStage<Checked<Docket>> docket(String plan) {
    return store
        .records(environment, plan)
        .thenApply(records -> Docket.read(environment, plan, records, text()));
  }

  /** Appends a request; whether nobody was faster. */
  public CompletionStage<Boolean> append(Docket docket, Approval.Request request) {
    return write(docket, request);
  }

  /** Appends a decision on the newest request; whether nobody was faster. */
  public CompletionStage<Boolean> append(Docket docket, Approval.Decision decision) {
    return write(docket, decision);
  }

  private CompletionStage<Boolean> write(Docket docket, Record content) {
    return store.append(
        new ApprovalStore.Entry(
            environment,
            docket.plan(),
            docket.size(),
            text().write(content, docket.plan(), docket.size(), docket.last())));
  }

  private RecordText text() {
    return new RecordText(environment, sign);
  }
}
