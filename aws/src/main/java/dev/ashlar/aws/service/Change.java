package dev.ashlar.aws.service;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Set;

/**
 * A change of an object in place.
 *
 * @param id the object's identifier
 * @param spec what it is to be, without nulls
 * @param prior what it is, as last observed
 * @param changed the properties that differ
 */
public record Change(String id, MapValue spec, MapValue prior, Set<String> changed) {

  /** Whether one of these properties differs. */
  public boolean concerns(String... properties) {
    for (String property : properties) {
      if (changed.contains(property)) {
        return true;
      }
    }
    return false;
  }

  /** What a property is to be; null where it is not declared any more. */
  public Value wanted(String property) {
    return spec.get(property);
  }
}
