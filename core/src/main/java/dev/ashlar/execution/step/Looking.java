package dev.ashlar.execution.step;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            work.ask(Operation.LIST),
            work.schema().timeout(Operation.LIST),
            left ->
                work.site()
                    .calls()
                    .search(work.on(), work.envelope(Bytes.EMPTY, left), where(), MANY))
        .thenApply(this::found);
  }

  private Ending found(Call<List<Observed>> call) {
    Optional<List<Observed>> answer = call.answer();
    if (answer.isEmpty()) {
      return Ending.failed(
          work.change().action(),
          Failures.of(work.planned(), call.failure().orElseThrow(), call.diagnostics()));
    }
    int count = answer.get().size();
    ScopeRecord.Count expected = expected();
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
            work.change().address(),
            answer.get().stream()
                .map(each -> new Answer.Seen(each.id(), each.properties(), each.outputs()))
                .toList());
    return Ending.done(work.change().action());
  }

  /** An observed resource is one object, whatever there is under its name. */
  private boolean isResource() {
    return work.change().lifecycle().ownership() == Lifecycle.Ownership.OBSERVE;
  }

  private ScopeRecord.Count expected() {
    if (isResource()) {
      return ScopeRecord.Count.ONE;
    }
    String name = work.change().address().name();
    Value entry = work.site().plan().context().scope().get(name);
    return ScopeValue.read(Value.map(Map.of(name, entry)))
        .map(scope -> scope.roots().get(name))
        .filter(ScopeRecord.Objects.class::isInstance)
        .map(objects -> ((ScopeRecord.Objects) objects).count())
        .orElse(ScopeRecord.Count.MANY);
  }

  /** What is looked for; of a resource, what fixes its identity. */
  private Value.MapValue where() {
    Value.MapValue all = work.change().planned();
    if (!isResource() || work.schema().identity().isEmpty()) {
      return all;
    }
    Map<String, Value> identity = new TreeMap<>();
    work.schema().identity().forEach(path -> identity.put(path.head(), all.get(path.head())));
    return Value.map(identity);
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
