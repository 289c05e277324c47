package dev.ashlar.execution.step;

import dev.ashlar.connector.call.Observed;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Equivalences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.state.StateObject.Values;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes over an object that exists; what the plan says of its properties is made so. */
record Adoption(Work work) {

  CompletableFuture<Ending> perform() {
    Optional<String> identity = work.change().identity();
    if (identity.isEmpty()) {
      return CompletableFuture.completedFuture(
          Ending.failed(
              work.change().action(),
              List.of(
                  work.problem(
                      ExecutionProblems.DEFECT, "The plan does not say which object to adopt."))));
    }
    return new FreshLook(work, identity.get(), work.opaque(), Optional.empty())
        .then(() -> CompletableFuture.completedFuture(Alteration.gone(work)), this::taken);
  }

  private CompletableFuture<Ending> taken(Observed seen) {
    StateObject adopted = adopted(seen);
    return mustChange(seen)
        ? Alteration.start(work, adopted, seen)
        : CompletableFuture.completedFuture(
            Ending.done(work.change().action(), new JournalEntry.Put(adopted))
                .of(Optional.of(seen.id())));
  }

  private boolean mustChange(Observed seen) {
    return !Guard.touched(work.schema(), work.change()).isEmpty()
        && Equivalences.properties(
                work.schema(), work.change().planned(), seen.properties(), Scope.DECLARED)
            == Equality.DIFFERENT;
  }

  private StateObject adopted(Observed seen) {
    Portrait portrait =
        Portrait.of(work.change(), work.schema(), work.prior(), work.site().fingerprint());
    return portrait
        .object(
            Status.READY,
            Optional.of(seen.id()),
            new Values(portrait.declared(), portrait.effective(), withheld(seen), seen.outputs()),
            work.opaque())
        .withAdopted(true);
  }

  private Value.MapValue withheld(Observed seen) {
    return Withholding.of(work.schema(), seen.properties(), work.site().fingerprint()).values();
  }
}
