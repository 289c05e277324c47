package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A question after an operation under way.
 *
 * @param type the type
 * @param place where the object lives
 * @param token what the operation was called
 */
public record Progress(SimulatedType type, String place, String token) {

  /** What the cloud makes of it. */
  public Decision<Reply> decide(CloudState state, Moment moment) {
    Optional<Token> asked = Token.parse(token);
    if (asked.isEmpty()) {
      return Decision.unchanged(
          new Reply.Refused(Failure.invalid("there was never an operation of this token")));
    }
    StoredObject.Name name = new StoredObject.Name(place, type.schema().type(), asked.get().id());
    Optional<StoredObject> stored = state.object(name);
    Optional<StoredObject> object = stored.flatMap(known -> known.at(moment.now()));
    if (object.isPresent()) {
      return new Decision<>(settled(stored.get(), object.get()), of(object.get(), moment));
    }
    Reply gone =
        asked.get().operation() == Operation.DELETE
            ? new Reply.Gone()
            : new Reply.Refused(Failure.notFound("the object is not there any more"));
    return stored.isPresent()
        ? Decision.of(new CloudChange.Remove(name), gone)
        : Decision.unchanged(gone);
  }

  private static List<CloudChange> settled(StoredObject stored, StoredObject object) {
    return stored.equals(object) ? List.of() : List.of(new CloudChange.Put(object));
  }

  /** How to ask after a creation that is not over yet, or failed late; empty where it is made. */
  public static Optional<Reply.Accepted> ofCreation(StoredObject object, Moment moment) {
    return object
        .pending()
        .filter(pending -> pending.operation() == Operation.CREATE)
        .map(pending -> accepted(object, pending, moment));
  }

  private static Reply.Accepted accepted(
      StoredObject object, StoredObject.Pending pending, Moment moment) {
    String id = object.name().id();
    return new Reply.Accepted(
        new Token(pending.operation(), id).toString(), id, moment.untilNextLook(pending));
  }

  /** How far the object is. */
  static Reply of(StoredObject object, Moment moment) {
    String id = object.name().id();
    if (object.pending().isEmpty()) {
      return new Reply.Done(id, object.outputs());
    }
    StoredObject.Pending pending = object.pending().get();
    return pending.isUnderWay(moment.now())
        ? accepted(object, pending, moment)
        : new Reply.Refused(
            Failure.invalid("the cloud had begun, and could not finish").withId(id));
  }
}
