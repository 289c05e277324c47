package dev.ashlar.memory.simulation;

import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import java.util.Optional;

/**
 * A call of a connector, on its way to the cloud.
 *
 * @param operation what kind; a look at an operation under way is a read
 * @param type the resource type
 * @param place the account and region; empty for the one there is by default
 * @param address the resource that it is for; empty for many at once
 * @param subject the object's identifier, or the idempotency key while it has none
 * @param key the idempotency key; empty where nothing is to change
 */
public record Errand(
    Operation operation,
    SimulatedType type,
    String place,
    Optional<Address> address,
    String subject,
    String key) {

  /** The resource type's name. */
  public String typeName() {
    return type.schema().type();
  }

  StoredObject.Name object(String id) {
    return new StoredObject.Name(place, typeName(), id);
  }
}
