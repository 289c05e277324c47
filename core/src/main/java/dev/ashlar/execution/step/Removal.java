package dev.ashlar.execution.step;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.connector.call.Prior;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.operation.Caller;
import dev.ashlar.execution.operation.Mutation;
import dev.ashlar.execution.operation.Settled;
import dev.ashlar.execution.operation.Sight;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Removes an object, after a look that it is as the plan found it. A look may be older than the
 * object: one that is not seen is deleted all the same, and one that is gone is done.
 */
final class Removal implements Caller {
  private final Work work;
  private final StateObject before;
  private Observed seen;

  private Removal(Work work, StateObject before, Observed seen) {
    this.work = work;
    this.before = before;
    this.seen = seen;
  }

  static CompletableFuture<Ending> perform(Work work, StateObject before) {
    Optional<String> id = before.identity();
    if (id.isEmpty()) {
      return CompletableFuture.completedFuture(nameless(work));
    }
    return new FreshLook(work, id.get(), before.opaque(), Optional.of(before.values().effective()))
        .then(
            () -> call(work, before, asRecorded(id.get(), before)),
            seen -> start(work, before, seen));
  }

  private static Observed asRecorded(String id, StateObject before) {
    return new Observed(
        id, before.values().effective(), before.values().outputs(), Optional.empty());
  }

  private static CompletableFuture<Ending> start(Work work, StateObject before, Observed seen) {
    if (before.status() == Status.READY) {
      List<ValuePath> conflicts = Guard.conflicts(work.schema(), work.change(), seen.properties());
      if (!conflicts.isEmpty()) {
        return CompletableFuture.completedFuture(Alteration.conflict(work, conflicts));
      }
    }
    return call(work, before, seen);
  }

  private static CompletableFuture<Ending> call(Work work, StateObject before, Observed seen) {
    Removal removal = new Removal(work, before, seen);
    return new Mutation(
            work.site().bench(),
            work.subject(
                Operation.DELETE, before.id(), before.opaque(), Optional.of(before.inDoubt())),
            removal,
            work.watcher())
        .start()
        .thenApply(removal::ending);
  }

  @Override
  public CompletableFuture<Call<Answer>> call(Envelope envelope) {
    return work.site()
        .calls()
        .delete(
            work.on(),
            envelope,
            new Prior(seen.id(), seen.properties(), seen.outputs(), seen.version()));
  }

  @Override
  public CompletableFuture<Call<Answer>> resume(
      Envelope envelope, String token, Optional<String> id) {
    return work.site()
        .calls()
        .resume(
            work.on(),
            envelope,
            token,
            Operation.DELETE,
            seen.properties(),
            id.or(() -> Optional.of(seen.id())));
  }

  @Override
  public CompletableFuture<Sight> look(Envelope envelope, Optional<String> id) {
    return work.afterDoubt(envelope, seen.id(), before.values().effective())
        .thenApply(
            read -> {
              read.answer().flatMap(now -> now).ifPresent(now -> seen = now);
              return Sights.removed(read);
            });
  }

  private Ending ending(Settled settled) {
    if (settled instanceof Settled.Done) {
      return removed(work, before);
    }
    boolean wasGone =
        settled instanceof Settled.Failed failed
            && failed.failure().kind() == Failure.Kind.NOT_FOUND;
    return wasGone ? removed(work, before) : Failures.ending(work, before, settled);
  }

  private static Ending removed(Work work, StateObject before) {
    return Ending.done(work.change().action(), new JournalEntry.Remove(before.id()));
  }

  private static Ending nameless(Work work) {
    return Ending.failed(
        work.change().action(),
        List.of(
            work.problem(
                ExecutionProblems.IN_DOUBT,
                "The cloud's identifier of \""
                    + work.change().address()
                    + "\" is not recorded, so it cannot be deleted. Recover first.")));
  }
}
