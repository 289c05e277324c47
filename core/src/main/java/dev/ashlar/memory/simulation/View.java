package dev.ashlar.memory.simulation;

import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Moment;
import dev.ashlar.memory.cloud.StoredObject;
import java.time.Duration;
import java.util.Optional;

/**
 * What one question sees of the cloud.
 *
 * @param state what there is
 * @param moment when
 * @param past what may still be seen instead
 * @param age how old what is seen is
 */
record View(CloudState state, Moment moment, Past past, Duration age) {

  /** An object by its name. */
  Optional<StoredObject> object(StoredObject.Name name) {
    return past.object(state, name, moment.now(), age).flatMap(stored -> stored.at(moment.now()));
  }

  /** The objects of a type. */
  CloudState list(String type) {
    return past.list(state, type, moment.now(), age);
  }
}
