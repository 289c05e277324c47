package dev.ashlar.execution.recovery;

import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Found;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.execution.operation.Caller;
import dev.ashlar.execution.operation.Settled;
import dev.ashlar.execution.operation.Sight;
import dev.ashlar.execution.step.Doubts;
import dev.ashlar.execution.step.Ending;
import dev.ashlar.execution.step.Sights;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A creation that was interrupted: asked after by its token, looked for by its key, mark or name,
 * or asked for again under its own key.
 */
final class InterruptedCreation implements Caller {
  private final Scene scene;
  private final Replaced replaced;
  private Optional<Observed> seen = Optional.empty();
  private Instant sent;

  InterruptedCreation(Scene scene, Replaced replaced) {
    this.scene = scene;
    this.replaced = replaced;
    // Whoever was interrupted may have sent it again just before.
    this.sent = now();
  }

  private Instant now() {
    return scene.site().bench().delays().time().now();
  }

  CompletableFuture<Ending> end() {
    return scene.goOn(this).thenApply(this::ending);
  }

  @Override
  public CompletableFuture<Call<Answer>> call(Envelope envelope) {
    sent = now();
    return scene.site().calls().create(scene.on(), envelope, scene.object().values().effective());
  }

  @Override
  public CompletableFuture<Call<Answer>> resume(
      Envelope envelope, String token, Optional<String> id) {
    return scene
        .site()
        .calls()
        .resume(
            scene.on(), envelope, token, Operation.CREATE, scene.object().values().effective(), id);
  }

  @Override
  public CompletableFuture<Sight> look(Envelope envelope, Optional<String> id) {
    if (id.isPresent()) {
      return scene.read(id.get(), envelope).thenApply(this::sight);
    }
    if (!Sights.canFind(scene.on())) {
      return CompletableFuture.completedFuture(new Sight.Unclear());
    }
    return scene
        .site()
        .patiently(
            scene.ask(Operation.LIST),
            scene.schema().timeout(Operation.READ),
            left ->
                scene
                    .site()
                    .calls()
                    .find(
                        scene.on(),
                        envelope.within(left),
                        scene.object().values().effective(),
                        mark(),
                        sent))
        .thenApply(this::found);
  }

  private Value mark() {
    return scene.schema().ownershipMark().isPresent()
        ? OwnershipMark.value(scene.site().ledger().lineage(), scene.object().id())
        : Value.NULL;
  }

  /** The cloud had named the object; one that is not to be seen may still be on its way. */
  private Sight sight(Call<Optional<Observed>> read) {
    Optional<Observed> there = read.answer().flatMap(object -> object);
    if (there.isPresent()) {
      seen = there;
      return new Sight.Effect(Sights.done(there.get()));
    }
    return read.answer().isPresent()
        ? new Sight.NotYet(Duration.ofSeconds(1))
        : new Sight.Unclear();
  }

  private Sight found(Call<Found> find) {
    List<Observed> objects = find.answer().map(Found::objects).orElse(List.of());
    boolean one =
        objects.size() == 1
            && find.answer().map(Found::answer).orElseThrow() == Findable.Finding.Answer.FOUND;
    if (one) {
      seen = Optional.of(objects.get(0));
    }
    return Sights.found(find);
  }

  private Ending ending(Settled settled) {
    if (settled instanceof Settled.Done done) {
      return made(done.answer());
    }
    if (settled instanceof Settled.Failed failed) {
      return failed.id().map(this::incomplete).orElseGet(() -> Ending.without(nothing()));
    }
    return Doubts.ending(scene.change(), Operation.CREATE, (Settled.InDoubt) settled);
  }

  private Ending made(Answer answer) {
    StateObject made =
        seen.map(object -> scene.seen(object, Status.READY)).orElseGet(() -> asAnswered(answer));
    if (answer.opaque().size() > 0) {
      made = made.withOpaque(answer.opaque());
    }
    JournalEntry.Put put = new JournalEntry.Put(made);
    return isAsAsked()
        ? Ending.done(scene.change().action(), put).of(made.identity())
        : Ending.without(put).of(made.identity());
  }

  /** What was seen to be otherwise is recorded as it is; to change it is the next plan's. */
  private boolean isAsAsked() {
    Value.MapValue asked = scene.object().values().effective();
    return seen.isEmpty() || Sights.mayBe(scene.schema(), asked, seen.get());
  }

  private StateObject asAnswered(Answer answer) {
    StateObject object = scene.object();
    return object
        .withIdentity(answer.id().or(scene.unfinished()::identity))
        .withStatus(Status.READY)
        .withValues(
            new StateObject.Values(
                object.values().declared(),
                object.values().effective(),
                object.values().effective(),
                answer.outputs()));
  }

  /** It is there, and not as asked for. */
  private Ending incomplete(String id) {
    return Ending.without(
            new JournalEntry.Put(
                scene.object().withIdentity(Optional.of(id)).withStatus(Status.TAINTED)))
        .of(Optional.of(id));
  }

  /** Nothing was made: what it was to replace is current again. */
  private JournalEntry.Effect[] nothing() {
    return replaced.restored(scene.object().id());
  }
}
