package dev.ashlar.execution.recovery;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.execution.operation.Caller;
import dev.ashlar.execution.operation.Settled;
import dev.ashlar.execution.operation.Sight;
import dev.ashlar.execution.step.Doubts;
import dev.ashlar.execution.step.Ending;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A change in place or a deletion that was interrupted. It is asked after by its token; then the
 * object is looked at, and recorded as it is. What is still to be done to it is the next plan's.
 */
final class InterruptedChange implements Caller {
  private final Scene scene;
  private final String id;
  private Optional<Observed> seen = Optional.empty();
  private boolean looked;

  private InterruptedChange(Scene scene, String id) {
    this.scene = scene;
    this.id = id;
  }

  static CompletableFuture<Ending> end(Scene scene) {
    Optional<String> id = scene.unfinished().identity();
    if (id.isEmpty()) {
      return CompletableFuture.completedFuture(
          Ending.without(new JournalEntry.Put(scene.object())));
    }
    InterruptedChange change = new InterruptedChange(scene, id.get());
    return scene.goOn(change).thenCompose(change::looked).thenApply(change::ending);
  }

  @Override
  public CompletableFuture<Call<Answer>> call(Envelope envelope) {
    throw new IllegalStateException("an interrupted change is never called again");
  }

  @Override
  public CompletableFuture<Call<Answer>> resume(
      Envelope envelope, String token, Optional<String> named) {
    return scene
        .site()
        .calls()
        .resume(
            scene.on(),
            envelope,
            token,
            scene.unfinished().operation(),
            scene.object().values().effective(),
            named.or(() -> Optional.of(id)));
  }

  @Override
  public CompletableFuture<Sight> look(Envelope envelope, Optional<String> named) {
    return scene.read(id, envelope).thenApply(this::sight);
  }

  private Sight sight(Call<Optional<Observed>> read) {
    if (read.answer().isEmpty()) {
      return new Sight.Unclear();
    }
    looked = true;
    seen = read.answer().get();
    return new Sight.Effect(
        new Answer(
            Result.State.DONE,
            Optional.of(id),
            Value.MapValue.EMPTY,
            Optional.empty(),
            Duration.ZERO,
            Bytes.EMPTY));
  }

  /** The operation is over: now it is to be seen what it did. */
  private CompletableFuture<Settled> looked(Settled settled) {
    if (looked || settled instanceof Settled.InDoubt) {
      return CompletableFuture.completedFuture(settled);
    }
    return look(scene.envelope(), Optional.empty())
        .thenApply(
            sight ->
                sight instanceof Sight.Unclear
                    ? new Settled.InDoubt(
                        Failure.inDoubt("the object cannot be read"), Optional.of(id), List.of())
                    : settled);
  }

  private Ending ending(Settled settled) {
    if (settled instanceof Settled.InDoubt doubt) {
      return Doubts.ending(scene.change(), scene.unfinished().operation(), doubt);
    }
    if (seen.isEmpty()) {
      return gone();
    }
    StateObject now = scene.seen(seen.get(), standing()).withoutFingerprints();
    Bytes opaque = settled instanceof Settled.Done done ? done.answer().opaque() : Bytes.EMPTY;
    JournalEntry.Put put = new JournalEntry.Put(opaque.size() > 0 ? now.withOpaque(opaque) : now);
    return settled instanceof Settled.Done && scene.unfinished().operation() != Operation.DELETE
        ? Ending.done(scene.change().action(), put)
        : Ending.without(put);
  }

  private Status standing() {
    return scene.object().status() == Status.TAINTED ? Status.TAINTED : Status.READY;
  }

  /** Of a change the record stays: the next plan finds that the object is missing. */
  private Ending gone() {
    return scene.unfinished().operation() == Operation.DELETE
        ? Ending.done(scene.change().action(), new JournalEntry.Remove(scene.object().id()))
        : Ending.without(new JournalEntry.Put(scene.object().withStatus(standing())));
  }
}
