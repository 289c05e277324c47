package dev.ashlar.aws.service;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.cloudcontrol.CloudControlConnector;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudcontrol.CloudControlAsyncClient;

/**
 * The way through Cloud Control, for objects with properties that a tuned type leaves to it. Both
 * ways call objects alike, so an object can change over.
 *
 * @param uncovered the properties
 * @param connector made when it is first needed
 */
record Detour(Set<String> uncovered, Supplier<CloudControlConnector> connector) {

  static Detour of(TunedType type, ResourceSchema schema, Connection connection, Clock clock) {
    return new Detour(
        type.uncovered(),
        () ->
            CloudControlConnector.of(
                schema,
                connection.client("cloudcontrol", CloudControlAsyncClient::builder),
                clock));
  }

  /** Whether an object like this goes that way. */
  boolean takes(MapValue spec) {
    for (String property : uncovered) {
      if (!(spec.get(property) instanceof Value.NullValue)) {
        return true;
      }
    }
    return false;
  }

  CloudControlConnector through() {
    return connector.get();
  }
}
