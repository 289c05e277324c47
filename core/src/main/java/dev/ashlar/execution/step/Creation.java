package dev.ashlar.execution.step;

import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.operation.Caller;
import dev.ashlar.execution.operation.Mutation;
import dev.ashlar.execution.operation.Settled;
import dev.ashlar.execution.operation.Sight;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.state.StateObject.Values;
import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes a new object, alone or in the place of another one. */
final class Creation implements Caller {
  private final Work work;
  private final Portrait portrait;
  private final Optional<StateObject> missing;
  private Instant sent = Instant.EPOCH;

  Creation(Work work) {
    this.work = work;
    this.missing =
        work.site()
            .ledger()
            .at(work.change().address())
            .filter(object -> !object.id().equals(work.change().object()));
    this.portrait =
        Portrait.of(work.change(), work.schema(), Optional.empty(), work.site().fingerprint());
  }

  CompletableFuture<Ending> perform() {
    StateObject intent =
        portrait.object(
            Status.IN_DOUBT,
            Optional.empty(),
            new Values(
                portrait.declared(),
                portrait.effective(),
                Value.MapValue.EMPTY,
                Value.MapValue.EMPTY),
            work.change().opaque());
    return new Mutation(
            work.site().bench(),
            work.subject(
                Operation.CREATE,
                work.change().object(),
                work.change().opaque(),
                Optional.of(intent)),
            this,
            work.watcher())
        .start()
        .thenApply(this::ending);
  }

  @Override
  public CompletableFuture<Call<Answer>> call(Envelope envelope) {
    sent = work.site().bench().delays().time().now();
    return work.site().calls().create(work.on(), envelope, work.change().planned());
  }

  @Override
  public CompletableFuture<Call<Answer>> resume(
      Envelope envelope, String token, Optional<String> id) {
    return work.site()
        .calls()
        .resume(work.on(), envelope, token, Operation.CREATE, work.change().planned(), id);
  }

  @Override
  public CompletableFuture<Sight> look(Envelope envelope, Optional<String> id) {
    if (id.isPresent()) {
      return work.afterDoubt(envelope, id.get(), work.change().planned())
          .thenApply(read -> Sights.made(work.schema(), work.change().planned(), read));
    }
    if (!Sights.canFind(work.on())) {
      return CompletableFuture.completedFuture(new Sight.Unclear());
    }
    Value mark =
        work.schema().ownershipMark().isPresent()
            ? OwnershipMark.value(work.site().ledger().lineage(), work.change().object())
            : Value.NULL;
    return work.site()
        .afterDoubt(
            work.ask(Operation.LIST),
            work.schema().timeout(Operation.READ),
            left ->
                work.site()
                    .calls()
                    .find(work.on(), envelope.within(left), work.change().planned(), mark, sent))
        .thenApply(Sights::found);
  }

  private Ending ending(Settled settled) {
    if (settled instanceof Settled.Done done) {
      return made(Results.recorded(work, portrait, done.answer())).of(done.answer().id());
    }
    if (settled instanceof Settled.Failed failed) {
      return failed(failed);
    }
    if (settled instanceof Settled.Cancelled) {
      return Ending.without(undone().toArray(JournalEntry.Effect[]::new));
    }
    return Doubts.ending(work.planned(), Operation.CREATE, (Settled.InDoubt) settled);
  }

  /** What was found to be missing is not recorded any more, now that there is another one. */
  private Ending made(Ending ending) {
    if (work.change().reason().kind() != Reason.Kind.MISSING || missing.isEmpty()) {
      return ending;
    }
    List<JournalEntry.Effect> effects = new ArrayList<>(ending.effects());
    effects.add(new JournalEntry.Remove(missing.get().id()));
    return new Ending(
        ending.succeeded(), ending.done(), effects, ending.diagnostics(), ending.identity());
  }

  private Ending failed(Settled.Failed failed) {
    List<Diagnostic> diagnostics =
        new ArrayList<>(Failures.of(work.planned(), failed.failure(), failed.diagnostics()));
    if (failed.id().isPresent()) {
      diagnostics.add(Failures.incomplete(work.planned(), failed.id().get()));
      return Ending.failed(work.change().action(), diagnostics, put(Status.TAINTED, failed.id()))
          .of(failed.id());
    }
    return new Ending(false, work.change().action(), undone(), diagnostics, Optional.empty());
  }

  /** Nothing was made: what was to be replaced, or was missing, is current again. */
  private List<JournalEntry.Effect> undone() {
    List<JournalEntry.Effect> effects = new ArrayList<>();
    effects.add(new JournalEntry.Remove(work.change().object()));
    work.prior()
        .or(() -> missing)
        .filter(prior -> work.site().ledger().object(prior.id()).isPresent())
        .ifPresent(prior -> effects.add(new JournalEntry.Put(prior)));
    return effects;
  }

  private JournalEntry.Put put(Status status, Optional<String> id) {
    return new JournalEntry.Put(
        portrait.applied(status, id, Value.MapValue.EMPTY, work.change().opaque()));
  }
}
