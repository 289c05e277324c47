package dev.ashlar.execution.step;

import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Found;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.execution.operation.Sight;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Equivalences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What reads and searches say of a call whose outcome is in doubt. */
public final class Sights {
  private Sights() {}

  /** After a create: the object that the cloud had named is there as asked for, or not clear. */
  static Sight made(ResourceSchema schema, Value.MapValue wanted, Call<Optional<Observed>> read) {
    Optional<Observed> seen = read.answer().flatMap(object -> object);
    return seen.isPresent() && asWanted(schema, wanted, seen.get())
        ? new Sight.Effect(done(seen.get()))
        : new Sight.Unclear();
  }

  /** After a create: what a search by the operation's key or mark found. */
  public static Sight found(Call<Found> find) {
    Optional<Found> answer = find.answer();
    if (answer.isEmpty()) {
      return new Sight.Unclear();
    }
    List<Observed> objects = answer.get().objects();
    return switch (answer.get().answer()) {
      case ABSENT -> new Sight.NoEffect();
      case NOT_YET -> new Sight.NotYet(answer.get().delay());
      case UNDER_WAY -> underWay(answer.get());
      case FOUND ->
          objects.size() == 1 ? new Sight.Effect(done(objects.get(0))) : new Sight.Unclear();
    };
  }

  private static Sight underWay(Found found) {
    return found.objects().size() == 1 && found.token().isPresent()
        ? new Sight.UnderWay(
            new Answer(
                Result.State.IN_PROGRESS,
                Optional.of(found.objects().get(0).id()),
                Value.MapValue.EMPTY,
                found.token(),
                found.delay(),
                Bytes.EMPTY))
        : new Sight.Unclear();
  }

  /** After an update: the object is as asked for, or it is to be asked for again. */
  static Sight changed(
      ResourceSchema schema, Value.MapValue wanted, Call<Optional<Observed>> read) {
    Optional<Optional<Observed>> answer = read.answer();
    if (answer.isEmpty() || answer.get().isEmpty()) {
      return new Sight.Unclear();
    }
    Observed seen = answer.get().get();
    return asWanted(schema, wanted, seen) ? new Sight.Effect(done(seen)) : new Sight.NoEffect();
  }

  /** After a delete: the object is gone, or it is to be deleted again. */
  public static Sight removed(Call<Optional<Observed>> read) {
    Optional<Optional<Observed>> answer = read.answer();
    if (answer.isEmpty()) {
      return new Sight.Unclear();
    }
    return answer.get().isPresent() ? new Sight.NoEffect() : new Sight.Effect(deleted());
  }

  private static boolean asWanted(ResourceSchema schema, Value.MapValue wanted, Observed seen) {
    return Equivalences.properties(schema, wanted, seen.properties(), Scope.DECLARED)
        == Equality.EQUAL;
  }

  /** Whether an object is as wanted, as far as that can be seen. */
  public static boolean mayBe(ResourceSchema schema, Value.MapValue wanted, Observed seen) {
    return Equivalences.properties(schema, wanted, seen.properties(), Scope.DECLARED)
        != Equality.DIFFERENT;
  }

  /** What a call that made this would have answered. */
  public static Answer done(Observed seen) {
    return new Answer(
        Result.State.DONE,
        Optional.of(seen.id()),
        seen.outputs(),
        Optional.empty(),
        Duration.ZERO,
        Bytes.EMPTY);
  }

  private static Answer deleted() {
    return new Answer(
        Result.State.DELETED,
        Optional.empty(),
        Value.MapValue.EMPTY,
        Optional.empty(),
        Duration.ZERO,
        Bytes.EMPTY);
  }

  /** Whether a connector can be asked what a create made. */
  public static boolean canFind(dev.ashlar.connector.session.OpenConnector<?, ?> on) {
    return on.connector() instanceof Findable<?, ?>;
  }
}
