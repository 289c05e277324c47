package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.util.Optional;

/** Asks a type's rules, one after the other. */
final class Rules {
  private Rules() {}

  static Optional<Failure> broken(
      SimulatedType type, StoredObject.Name name, Value.MapValue properties, CloudState state) {
    for (Rule rule : type.traits().rules()) {
      Optional<Failure> broken = rule.broken(name, properties, state);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }
}
