package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.util.Optional;

/** What must hold between an object and the others. */
@FunctionalInterface
public interface Rule {
  /**
   * Why the cloud refuses the object; empty if it does not.
   *
   * @param name the object; its identifier is empty while it is to be made
   * @param properties what it is to be, checked against its schema
   * @param state the others
   */
  Optional<Failure> broken(StoredObject.Name name, Value.MapValue properties, CloudState state);
}
