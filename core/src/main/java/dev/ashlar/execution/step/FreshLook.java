package dev.ashlar.execution.step;

import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A look at an object right before something is done with it: what the plan saw may be old.
 *
 * @param work what is to be done
 * @param id the provider's identifier
 * @param opaque bytes kept with the object
 * @param spec what was applied last; empty for an object that nobody has applied
 */
record FreshLook(Work work, String id, Bytes opaque, Optional<Value.MapValue> spec) {

  /** Goes on by what is seen; a look that fails ends the change. */
  CompletableFuture<Ending> then(
      Supplier<CompletableFuture<Ending>> gone,
      Function<Observed, CompletableFuture<Ending>> there) {
    return work.site()
        .patiently(
            work.ask(Operation.READ),
            work.schema().timeout(Operation.READ),
            left -> work.site().calls().read(work.on(), work.envelope(opaque, left), id, spec))
        .thenCompose(read -> next(read, gone, there));
  }

  private CompletableFuture<Ending> next(
      Call<Optional<Observed>> read,
      Supplier<CompletableFuture<Ending>> gone,
      Function<Observed, CompletableFuture<Ending>> there) {
    Optional<Optional<Observed>> answer = read.answer();
    if (answer.isEmpty()) {
      return CompletableFuture.completedFuture(
          Ending.failed(
              work.change().action(),
              Failures.of(work.planned(), read.failure().orElseThrow(), read.diagnostics())));
    }
    return answer.get().map(there).orElseGet(gone);
  }
}
