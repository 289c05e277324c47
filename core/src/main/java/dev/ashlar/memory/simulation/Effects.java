package dev.ashlar.memory.simulation;

import dev.ashlar.memory.cloud.CloudChange;
import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.schema.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cloud's own record of what was really done, whoever heard of it. It knows nothing of what was
 * there before this cloud was opened. Safe for every thread.
 */
public final class Effects {
  private final List<Effect> all = new ArrayList<>();
  private final Map<StoredObject.Name, String> going = new HashMap<>();

  Effects() {}

  /**
   * Something that was done.
   *
   * @param at when
   * @param operation create, update or delete
   * @param object to what
   * @param key the idempotency key; empty for what was done behind the engine's back
   */
  public record Effect(Instant at, Operation operation, StoredObject.Name object, String key) {}

  /** Notes a change that is about to be kept; what is no effect in itself is left out. */
  synchronized List<Effect> note(Instant now, CloudState before, CloudChange change, String key) {
    StoredObject.Name name = change.name();
    List<Effect> effects = new ArrayList<>(1);
    for (Operation operation : operations(before.object(name), change)) {
      String by = operation == Operation.DELETE ? removedBy(name, key) : key;
      effects.add(new Effect(now, operation, name, by));
    }
    if (change instanceof CloudChange.Put put && isLeaving(put.object())) {
      going.putIfAbsent(name, key);
    }
    all.addAll(effects);
    return effects;
  }

  private static List<Operation> operations(Optional<StoredObject> old, CloudChange change) {
    if (!(change instanceof CloudChange.Put put)) {
      return old.isPresent() ? List.of(Operation.DELETE) : List.of();
    }
    if (old.isEmpty()) {
      return List.of(Operation.CREATE);
    }
    StoredObject.History before = old.get().history();
    StoredObject.History after = put.object().history();
    if (!before.createdBy().equals(after.createdBy())
        || !before.createdAt().equals(after.createdAt())) {
      // The name was free again: its deletion was over, and nobody had asked.
      return List.of(Operation.DELETE, Operation.CREATE);
    }
    return before.revision() == after.revision() ? List.of() : List.of(Operation.UPDATE);
  }

  /** A deletion that takes long is noted when it is over, with the key that it began with. */
  private String removedBy(StoredObject.Name name, String key) {
    String began = going.remove(name);
    return began == null ? key : began;
  }

  private static boolean isLeaving(StoredObject object) {
    return object
        .pending()
        .filter(is -> is.operation() == Operation.DELETE && !is.fails())
        .isPresent();
  }

  synchronized void revoke(List<Effect> none) {
    none.forEach(all::remove);
  }

  synchronized List<Effect> all() {
    return List.copyOf(all);
  }
}
