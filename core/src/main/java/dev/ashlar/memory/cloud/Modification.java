package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.util.Optional;

/**
 * A request to change an object in place.
 *
 * @param type the type
 * @param name the object
 * @param spec what it is to be
 * @param version what the object must still be; empty for whatever it is
 * @param key the idempotency key; may be empty
 */
public record Modification(
    SimulatedType type,
    StoredObject.Name name,
    Value.MapValue spec,
    Optional<String> version,
    String key) {

  /** What the cloud makes of it. */
  public Decision<Reply> decide(CloudState state, Moment moment) {
    Optional<StoredObject> found = state.object(name).flatMap(stored -> stored.at(moment.now()));
    if (found.isEmpty()) {
      return refused(Failure.notFound("there is no " + name.type() + " " + name.id()));
    }
    StoredObject object = found.get();
    if (!key.isEmpty() && object.history().changedBy().equals(key)) {
      return Decision.unchanged(Progress.of(object, moment));
    }
    Value.MapValue properties =
        Conformity.completed(type.schema(), Conformity.kept(type.schema(), object, spec));
    Optional<Failure> refusal =
        busy(object, moment)
            .or(() -> outdated(object))
            .or(() -> Conformity.problem(type.schema(), spec))
            .or(() -> Conformity.immutable(type.schema(), object.properties(), properties))
            .or(() -> References.missing(type, properties, state, moment))
            .or(() -> Rules.broken(type, name, properties, state))
            .or(() -> taken(properties, state, moment));
    return refusal.isPresent() ? refused(refusal.get()) : change(object, properties, moment);
  }

  private static Decision<Reply> refused(Failure why) {
    return Decision.unchanged(new Reply.Refused(why));
  }

  /** While one operation is under way, no other begins. */
  static Optional<Failure> busy(StoredObject object, Moment moment) {
    return object
        .pending()
        .filter(pending -> pending.isUnderWay(moment.now()))
        .map(
            pending ->
                Failure.conflict("another operation on " + object.name().id() + " is under way")
                    .withRetryAfter(moment.untilNextLook(pending)));
  }

  private Optional<Failure> outdated(StoredObject object) {
    return version
        .filter(seen -> !seen.equals(object.version()))
        .map(seen -> Failure.conflict(name.id() + " was changed by somebody else"));
  }

  private Optional<Failure> taken(Value.MapValue properties, CloudState state, Moment moment) {
    return type.identity(properties)
        .flatMap(is -> state.identifiedBy(name.place(), name.type(), is))
        .filter(other -> !other.name().equals(name))
        .flatMap(other -> other.at(moment.now()))
        .map(other -> Failure.alreadyExists("another " + name.type() + " has this identity"));
  }

  private Decision<Reply> change(StoredObject object, Value.MapValue wanted, Moment moment) {
    Value.MapValue properties =
        moment.course().fails() ? Halfway.between(object.properties(), wanted) : wanted;
    StoredObject.History history = object.history().next(key);
    StoredObject changed =
        new StoredObject(
            name,
            properties,
            Synthesis.changed(
                type, moment.seed(), object, properties, history.revision(), moment.now()),
            type.identity(properties),
            type.mentions(properties),
            history,
            moment.begin(type, Operation.UPDATE));
    return Decision.of(new CloudChange.Put(changed), Progress.of(changed, moment));
  }
}
