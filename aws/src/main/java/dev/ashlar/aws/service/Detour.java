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
    return uncovered.stream().anyMatch(path -> holds(spec, path.split("/", -1), 0));
  }

  private static boolean holds(Value value, String[] path, int depth) {
    if (value instanceof Value.ListValue list) {
      return list.items().stream().anyMatch(item -> holds(item, path, depth));
    }
    if (depth == path.length) {
      return !(value instanceof Value.NullValue);
    }
    return value instanceof MapValue map && holds(map.get(path[depth]), path, depth + 1);
  }

  CloudControlConnector through() {
    return connector.get();
  }
}
