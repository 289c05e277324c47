package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A request to remove an object.
 *
 * @param type the type
 * @param name the object
 * @param version what the object must still be; empty for whatever it is
 */
public record Removal(SimulatedType type, StoredObject.Name name, Optional<String> version) {

  /** What the cloud makes of it. */
  public Decision<Reply> decide(CloudState state, Moment moment) {
    Optional<StoredObject> stored = state.object(name);
    Optional<StoredObject> found = stored.flatMap(known -> known.at(moment.now()));
    if (found.isEmpty()) {
      return stored.isPresent()
          ? Decision.of(new CloudChange.Remove(name), new Reply.Gone())
          : Decision.unchanged(new Reply.Gone());
    }
    StoredObject object = found.get();
    if (isGoing(object, moment)) {
      return Decision.unchanged(Progress.of(object, moment));
    }
    Optional<Failure> refusal =
        Modification.busy(object, moment)
            .or(() -> outdated(object))
            .or(() -> inUse(object, state, moment));
    if (refusal.isPresent()) {
      return Decision.unchanged(new Reply.Refused(refusal.get()));
    }
    Optional<StoredObject.Pending> pending = moment.begin(type, Operation.DELETE);
    if (pending.isEmpty()) {
      return Decision.of(new CloudChange.Remove(name), new Reply.Gone());
    }
    StoredObject going = object.with(pending);
    return Decision.of(new CloudChange.Put(going), Progress.of(going, moment));
  }

  private static boolean isGoing(StoredObject object, Moment moment) {
    return object
        .pending()
        .filter(is -> is.operation() == Operation.DELETE && is.isUnderWay(moment.now()))
        .isPresent();
  }

  private Optional<Failure> outdated(StoredObject object) {
    return version
        .filter(seen -> !seen.equals(object.version()))
        .map(seen -> Failure.conflict(name.id() + " was changed by somebody else"));
  }

  private Optional<Failure> inUse(StoredObject object, CloudState state, Moment moment) {
    if (!type.traits().strict()) {
      return Optional.empty();
    }
    List<String> users =
        state.referringTo(object).stream()
            .flatMap(user -> user.at(moment.now()).stream())
            .map(user -> user.name().type() + " " + user.name().id())
            .toList();
    return users.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Failure.conflict(name.id() + " is still used by " + String.join(", ", users)));
  }
}
