package dev.ashlar.execution.step;

import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks objects up whose search was not known while planning. */
record Looking(Work work) {
  private static final int MANY = 10_000;

  CompletableFuture<Ending> perform() {
    if (!(work.on().connector() instanceof Searchable<?, ?>)) {
      return CompletableFuture.completedFuture(
          mismatch("the connector of \"" + work.change().type() + "\" cannot search."));
    }
    return work.site()
        .patiently(
            work.schema().timeout(Operation.LIST),
            left ->
                work.site()
                    .calls()
                    .search(
                        work.on(), work.envelope(Bytes.EMPTY, left), work.change().planned(), MANY))
        .thenApply(this::found);
  }

  private Ending found(Call<List<Observed>> call) {
    Optional<List<Observed>> answer = call.answer();
    if (answer.isEmpty()) {
      return Ending.failed(
          work.change().action(),
          Failures.of(work.planned(), call.failure().orElseThrow(), call.diagnostics()));
    }
    String name = work.change().address().name();
    int count = answer.get().size();
    ScopeRecord.Count expected = expected(name);
    if ((expected == ScopeRecord.Count.ONE && count != 1)
        || (expected == ScopeRecord.Count.OPTIONAL && count > 1)) {
      return mismatch(
          count
              + " objects fit, and "
              + (expected == ScopeRecord.Count.ONE ? "exactly one" : "at most one")
              + " is expected.");
    }
    work.site()
        .ledger()
        .found(
            name,
            answer.get().stream()
                .map(each -> new Answer.Seen(each.id(), each.properties(), each.outputs()))
                .toList());
    return Ending.done(work.change().action());
  }

  private ScopeRecord.Count expected(String name) {
    return ScopeValue.read(work.site().plan().context().scope())
        .map(scope -> scope.roots().get(name))
        .filter(ScopeRecord.Objects.class::isInstance)
        .map(objects -> ((ScopeRecord.Objects) objects).count())
        .orElse(ScopeRecord.Count.MANY);
  }

  private Ending mismatch(String why) {
    return Ending.failed(
        work.change().action(),
        List.of(
            work.problem(
                ExecutionProblems.LOOKUP_MISMATCH,
                "For the lookup \"" + work.change().address() + "\", " + why)));
  }
}
