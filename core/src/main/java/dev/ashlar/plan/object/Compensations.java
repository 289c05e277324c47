package dev.ashlar.plan.object;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Compensation;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What undoes each kind of change, said while planning and not at three in the morning. */
final class Compensations {
  private static final String IDENTITY =
      "the new object has another identity, and what the old one held is gone";

  private Compensations() {}

  /** Of an object that was not there: a rollback deletes it, unless its life cycle protects it. */
  static Compensation ofCreate(ResourceSchema schema, StateObject.StoredLifecycle lifecycle) {
    if (lifecycle.preventDestroy()) {
      return new Compensation.None("lifecycle.preventDestroy refuses its deletion");
    }
    return lifecycle.onRemove() == Lifecycle.OnRemove.RETAIN
        ? new Compensation.None("lifecycle.onRemove says retain")
        : ofCreate(schema);
  }

  static Compensation ofCreate(ResourceSchema schema) {
    return schema.operations().contains(Operation.DELETE)
        ? new Compensation.Undo(Action.DELETE, "")
        : new Compensation.None("objects of type " + schema.type() + " cannot be deleted");
  }

  static Compensation ofUpdate(StateObject object, Collection<ValuePath> changed) {
    List<ValuePath> hidden =
        object.fingerprints().keySet().stream()
            .filter(path -> changed.stream().anyMatch(each -> touches(each, path)))
            .toList();
    return new Compensation.Undo(Action.UPDATE, supplied(hidden));
  }

  static Compensation ofDelete(Optional<ResourceSchema> schema, StateObject object) {
    if (schema.isPresent() && !schema.get().operations().contains(Operation.CREATE)) {
      return new Compensation.None("objects of type " + object.type() + " cannot be created");
    }
    if (object.values().effective().equals(Value.MapValue.EMPTY)
        && object.values().declared().equals(Value.MapValue.EMPTY)
        && object.identity().isEmpty()) {
      return new Compensation.None("nothing is recorded of how the object was made");
    }
    String supplied = supplied(List.copyOf(object.fingerprints().keySet()));
    return new Compensation.Undo(
        Action.CREATE, supplied.isEmpty() ? IDENTITY : IDENTITY + "; " + supplied);
  }

  /** Of what changes nothing in the cloud. */
  static Compensation bookkeeping(Action undoneBy) {
    return new Compensation.Undo(undoneBy, "");
  }

  private static boolean touches(ValuePath one, ValuePath other) {
    return one.contains(other) || other.contains(one);
  }

  private static String supplied(List<ValuePath> hidden) {
    return hidden.isEmpty()
        ? ""
        : "must be supplied again, because it cannot be read back: "
            + hidden.stream().map(ValuePath::toString).collect(Collectors.joining(", "));
  }
}
