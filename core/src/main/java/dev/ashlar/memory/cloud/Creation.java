package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request for a new object.
 *
 * @param type the type
 * @param place where it is to live
 * @param spec what it is to be
 * @param key the idempotency key; may be empty
 */
public record Creation(SimulatedType type, String place, Value.MapValue spec, String key) {

  /** What the cloud makes of it. */
  public Decision<Reply> decide(CloudState state, Moment moment) {
    Value.MapValue properties = Conformity.completed(type.schema(), spec);
    Optional<StoredObject> before = state.createdBy(key).filter(known -> remembered(known, moment));
    if (before.isPresent()) {
      return before.get().at(moment.now()).isPresent()
          ? repeated(before.get(), properties, moment)
          : spent();
    }
    if (state.onceCreatedBy(key).filter(known -> remembered(known, moment)).isPresent()) {
      return spent();
    }
    Optional<String> identity = type.identity(properties);
    StoredObject.Name unnamed = new StoredObject.Name(place, type.schema().type(), "");
    Optional<Failure> refusal =
        Conformity.problem(type.schema(), spec)
            .or(() -> References.missing(type, properties, state, moment))
            .or(() -> Rules.broken(type, unnamed, properties, state))
            .or(() -> taken(identity, state, moment));
    if (refusal.isPresent()) {
      return Decision.unchanged(new Reply.Refused(refusal.get()));
    }
    return make(properties, identity, state, moment);
  }

  private boolean remembered(StoredObject known, Moment moment) {
    Optional<Duration> horizon = type.schema().idempotencyHorizon();
    return horizon.isPresent()
        && known.name().type().equals(type.schema().type())
        && !known.history().createdAt().plus(horizon.get()).isBefore(moment.now());
  }

  /** The same request again, late: what it made was deleted, and is not made a second time. */
  private static Decision<Reply> spent() {
    return Decision.unchanged(
        new Reply.Refused(
            Failure.invalid("the idempotency key made an object that is deleted by now")));
  }

  /** The same key is the same request: what it made is answered again. */
  private Decision<Reply> repeated(StoredObject known, Value.MapValue properties, Moment moment) {
    boolean changed = known.history().revision() > 1;
    if (!changed && !known.properties().equals(properties)) {
      return Decision.unchanged(
          new Reply.Refused(
              Failure.invalid("the idempotency key was used before, with other values")));
    }
    return Decision.unchanged(Progress.of(known.at(moment.now()).orElseThrow(), moment));
  }

  private Optional<Failure> taken(Optional<String> identity, CloudState state, Moment moment) {
    return identity
        .flatMap(is -> state.identifiedBy(place, type.schema().type(), is))
        .flatMap(other -> other.at(moment.now()))
        .map(
            other ->
                Failure.alreadyExists(
                    "there is already a "
                        + type.schema().type()
                        + " with the identity "
                        + identity.orElse("")));
  }

  private Decision<Reply> make(
      Value.MapValue properties, Optional<String> identity, CloudState state, Moment moment) {
    String id =
        Identifiers.mint(
            type,
            moment.seed(),
            place,
            identity,
            key,
            isNameless(identity) ? state.ofType(type.schema().type()).size() : 0,
            candidate -> isFree(candidate, state, moment));
    StoredObject object =
        new StoredObject(
            new StoredObject.Name(place, type.schema().type(), id),
            properties,
            Synthesis.outputs(type, moment.seed(), id, properties, moment.now()),
            identity,
            type.mentions(properties),
            new StoredObject.History(key, moment.now(), key, 1),
            moment.begin(type, Operation.CREATE));
    return new Decision<>(List.of(new CloudChange.Put(object)), Progress.of(object, moment));
  }

  /** Whether nothing tells this request from another one of its type. */
  private boolean isNameless(Optional<String> identity) {
    return key.isEmpty() && identity.isEmpty();
  }

  private boolean isFree(String id, CloudState state, Moment moment) {
    return state
        .object(new StoredObject.Name(place, type.schema().type(), id))
        .flatMap(other -> other.at(moment.now()))
        .isEmpty();
  }
}
