package dev.ashlar.execution.step;

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
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Changes an object in place, after a look that it is as the plan found it. */
final class Alteration implements Caller {
  private final Work work;
  private final StateObject before;
  private final Portrait portrait;
  private final Set<ValuePath> changed;
  private Observed seen;

  /**
   * A change in place.
   *
   * @param before the object as recorded
   * @param seen the object as it is
   */
  private Alteration(Work work, StateObject before, Observed seen) {
    this.work = work;
    this.before = before;
    this.seen = seen;
    this.portrait =
        Portrait.of(work.change(), work.schema(), Optional.of(before), work.site().fingerprint());
    this.changed = Set.copyOf(Guard.touched(work.schema(), work.change()));
  }

  static CompletableFuture<Ending> perform(Work work, StateObject before) {
    Optional<String> id = before.identity();
    if (id.isEmpty()) {
      return CompletableFuture.completedFuture(gone(work));
    }
    return new FreshLook(work, id.get(), before.opaque(), Optional.of(before.values().effective()))
        .then(
            () -> CompletableFuture.completedFuture(gone(work)), seen -> start(work, before, seen));
  }

  /** Changes an object that was just looked at. */
  static CompletableFuture<Ending> start(Work work, StateObject before, Observed seen) {
    List<ValuePath> conflicts = Guard.conflicts(work.schema(), work.change(), seen.properties());
    if (!conflicts.isEmpty()) {
      return CompletableFuture.completedFuture(conflict(work, conflicts));
    }
    Alteration alteration = new Alteration(work, before, seen);
    return new Mutation(
            work.site().bench(),
            work.subject(
                Operation.UPDATE,
                work.change().object(),
                work.opaque(),
                Optional.of(before.inDoubt()),
                Optional.of(alteration.target())),
            alteration,
            work.watcher())
        .start()
        .thenApply(alteration::ending);
  }

  /** What a recovery records, as far as it finds the change made. */
  private StateObject target() {
    return portrait.applied(
        Status.IN_DOUBT, before.identity(), before.values().outputs(), before.opaque());
  }

  @Override
  public CompletableFuture<Call<Answer>> call(Envelope envelope) {
    return work.site()
        .calls()
        .update(
            work.on(),
            envelope,
            work.change().planned(),
            new Prior(seen.id(), seen.properties(), seen.outputs(), seen.version()),
            changed);
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
            Operation.UPDATE,
            work.change().planned(),
            id.or(() -> Optional.of(seen.id())));
  }

  @Override
  public CompletableFuture<Sight> look(Envelope envelope, Optional<String> id) {
    return work.afterDoubt(envelope, seen.id(), work.change().planned())
        .thenApply(
            read -> {
              read.answer().flatMap(now -> now).ifPresent(now -> seen = now);
              return Sights.changed(work.schema(), work.change().planned(), read);
            });
  }

  private Ending ending(Settled settled) {
    if (settled instanceof Settled.Done done) {
      return Results.recorded(work, portrait, done.answer());
    }
    return Failures.ending(work, before, settled);
  }

  static Ending gone(Work work) {
    return Ending.failed(
        work.change().action(),
        List.of(
            work.problem(
                ExecutionProblems.GONE,
                "\""
                    + work.change().address()
                    + "\" was there when the plan was made and is not any more. Plan again.")));
  }

  static Ending conflict(Work work, List<ValuePath> paths) {
    String names = paths.stream().map(ValuePath::toString).collect(Collectors.joining(", "));
    return Ending.failed(
        work.change().action(),
        List.of(
            work.problem(
                    ExecutionProblems.CONFLICT,
                    "Somebody changed "
                        + names
                        + " of \""
                        + work.change().address()
                        + "\" after the plan was made. Nothing was written. Plan again.")
                .in(paths.get(0))));
  }
}
