package dev.ashlar.governance.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.ApprovalStore;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Approvals as small documents of a state store. Each record is a document that is made once; so is
 * each line of the list of plans.
 */
public final class BesideTheLog implements ApprovalStore {
  private static final String LIST = "approvals-";
  private static final String RECORD = "approval-";

  private final StateStore states;

  /** Approvals in this store. */
  public BesideTheLog(StateStore states) {
    this.states = states;
  }

  @Override
  public CompletionStage<Boolean> append(Entry entry) {
    CompletionStage<Boolean> listed =
        entry.position() == 0
            ? list(entry.environment(), entry.plan(), 0)
            : CompletableFuture.completedFuture(true);
    return listed.thenCompose(
        done ->
            states
                .createDocument(
                    entry.environment(), name(entry.plan(), entry.position()), entry.record())
                .thenApply(entry.record()::equals));
  }

  /** Takes the first free line from here on; a plan that has one already keeps that. */
  private CompletionStage<Boolean> list(Environment.Id environment, String plan, int line) {
    Bytes own = Bytes.of(plan.getBytes(UTF_8));
    return states
        .createDocument(environment, LIST + line, own)
        .thenCompose(
            there ->
                there.equals(own)
                    ? CompletableFuture.completedFuture(true)
                    : list(environment, plan, line + 1));
  }

  @Override
  public CompletionStage<List<Bytes>> records(Environment.Id environment, String plan) {
    return all(environment, RECORD + plan + "-", new ArrayList<>());
  }

  @Override
  public CompletionStage<List<String>> plans(Environment.Id environment) {
    return all(environment, LIST, new ArrayList<>())
        .thenApply(lines -> lines.stream().map(line -> new String(line.toArray(), UTF_8)).toList());
  }

  private CompletionStage<List<Bytes>> all(
      Environment.Id environment, String prefix, List<Bytes> found) {
    return states
        .document(environment, prefix + found.size())
        .thenCompose(
            document -> {
              if (document.isEmpty()) {
                return CompletableFuture.completedFuture(found);
              }
              found.add(document.get());
              return all(environment, prefix, found);
            });
  }

  private static String name(String plan, int position) {
    return RECORD + plan + "-" + position;
  }
}
