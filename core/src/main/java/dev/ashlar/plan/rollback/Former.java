package dev.ashlar.plan.rollback;

import dev.ashlar.plan.object.Recorded;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.Optional;

/**
 * An object that an earlier state recorded, and what there is of it now.
 *
 * @param object as it was recorded
 * @param now the object that has its place, or that it has become; at the former address
 * @param deposed whether that object was replaced and still waits for its deletion
 */
public record Former(StateObject object, Optional<Recorded> now, boolean deposed) {

  /** Its former address. */
  public Address address() {
    return object.id().address();
  }

  /** Whether it still is the same object of the cloud. */
  public boolean isSame() {
    return now.isPresent() && now.get().original().identity().equals(object.identity());
  }

  /** Without the deposed object, which turned out to be gone: what has its place instead. */
  public Former instead(Optional<StateObject> current) {
    return new Former(object, current.map(Recorded::at), false);
  }
}
