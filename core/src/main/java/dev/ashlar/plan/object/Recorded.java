package dev.ashlar.plan.object;

import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.Optional;

/**
 * An object of the state, at the address that it has from now on.
 *
 * @param original as it stands in the state
 * @param id its address from now on, and incarnation
 */
public record Recorded(StateObject original, ObjectId id) {
  /** An object that stays where it is. */
  public static Recorded at(StateObject object) {
    return new Recorded(object, object.id());
  }

  /** The address before, if it moves. */
  public Optional<Address> from() {
    Address before = original.id().address();
    return before.equals(id.address()) ? Optional.empty() : Optional.of(before);
  }

  /** The object, at its address and with its number from now on. */
  public StateObject object() {
    return original.id().equals(id) ? original : original.withAddress(id);
  }
}
