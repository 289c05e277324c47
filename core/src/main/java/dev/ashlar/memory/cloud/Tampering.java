package dev.ashlar.memory.cloud;

import dev.ashlar.memory.cloud.StoredObject.Name;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody else does to the cloud, behind the engine's back.
 *
 * @param state the objects
 * @param moment the time
 */
public record Tampering(CloudState state, Moment moment) {

  /** All objects. */
  public List<StoredObject> objects() {
    return state.all().stream().flatMap(object -> object.at(moment.now()).stream()).toList();
  }

  /** The object of a type and identifier, in whatever place. */
  public Optional<StoredObject> object(String type, String id) {
    Optional<StoredObject> usual = state.object(new Name("", type, id));
    return usual
        .or(
            () ->
                state.ofType(type).values().stream()
                    .filter(object -> object.name().id().equals(id))
                    .findFirst())
        .flatMap(object -> object.at(moment.now()));
  }

  /** Changes the properties; false where there is no such object. */
  public Decision<Boolean> change(
      Optional<SimulatedType> type, String name, String id, UnaryOperator<Value.MapValue> change) {
    Optional<StoredObject> found = object(name, id);
    if (found.isEmpty()) {
      return Decision.unchanged(false);
    }
    StoredObject object = found.get();
    Value.MapValue properties = change.apply(object.properties());
    StoredObject changed =
        new StoredObject(
            object.name(),
            properties,
            object.outputs(),
            type.flatMap(known -> known.identity(properties)),
            type.map(known -> known.mentions(properties)).orElse(object.references()),
            object.history().next(""),
            object.pending());
    return Decision.of(new CloudChange.Put(changed), true);
  }

  /** Removes an object; false where there is none. */
  public Decision<Boolean> remove(String type, String id) {
    return object(type, id)
        .map(object -> Decision.of(new CloudChange.Remove(object.name()), true))
        .orElseGet(() -> Decision.unchanged(false));
  }

  /** Makes an object, in the usual place. */
  public Decision<String> add(SimulatedType type, Value.MapValue properties) {
    Decision<Reply> decision = new Creation(type, "", properties, "").decide(state, moment);
    if (decision.reply() instanceof Reply.Refused refused) {
      throw refused.why().toException();
    }
    CloudChange change = decision.changes().get(0);
    return new Decision<>(decision.changes(), change.name().id());
  }
}
