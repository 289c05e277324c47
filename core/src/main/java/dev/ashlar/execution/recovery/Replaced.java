package dev.ashlar.execution.recovery;

import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands at an address again when the object that was to replace it was not made.
 *
 * @param state the records when the recovery began
 */
record Replaced(State state) {

  /** The object that was not made is forgotten, and the one before it is current. */
  JournalEntry.Effect[] restored(ObjectId unmade) {
    List<JournalEntry.Effect> effects = new ArrayList<>();
    effects.add(new JournalEntry.Remove(unmade));
    before(unmade).ifPresent(object -> effects.add(new JournalEntry.Put(object.asCurrent())));
    return effects.toArray(JournalEntry.Effect[]::new);
  }

  /** The latest one, as it was: no older one, which would then be younger than what is deposed. */
  private Optional<StateObject> before(ObjectId unmade) {
    return state.deposed().values().stream()
        .filter(object -> object.id().address().equals(unmade.address()))
        .filter(object -> object.id().incarnation() < unmade.incarnation())
        .max(Comparator.comparing(StateObject::id))
        .filter(object -> object.status() != StateObject.Status.IN_DOUBT);
  }
}
