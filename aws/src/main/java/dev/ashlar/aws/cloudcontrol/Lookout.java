package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.model.Identifier;
import dev.ashlar.connector.Reading;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Looks for objects by their attributes: reads one after the other what a list names, until enough
 * fit.
 *
 * @param connector reads
 * @param where what must be equal
 * @param limit the most that are wanted
 */
record Lookout(CloudControlConnector connector, MapValue where, int limit) {

  CompletableFuture<List<Reading<MapValue, MapValue>>> at(String id) {
    return connector
        .read(id, MapValue.EMPTY)
        .thenApply(found -> fits(found) ? List.of(found) : List.of());
  }

  CompletableFuture<List<Reading<MapValue, MapValue>>> everywhere() {
    return connector
        .door()
        .list(Identifier.known(connector.schema(), where))
        .thenCompose(listed -> next(listed, 0, new ArrayList<>()));
  }

  private CompletableFuture<List<Reading<MapValue, MapValue>>> next(
      List<Door.Listed> listed, int index, List<Reading<MapValue, MapValue>> found) {
    int at = index;
    while (at < listed.size() && contradicts(listed.get(at).model())) {
      at++;
    }
    if (at == listed.size() || found.size() == limit) {
      return CompletableFuture.completedFuture(List.copyOf(found));
    }
    int following = at + 1;
    return connector
        .read(listed.get(at).id(), MapValue.EMPTY)
        .thenCompose(
            reading -> {
              if (fits(reading)) {
                found.add(reading);
              }
              return next(listed, following, found);
            });
  }

  /** Whether what the list tells already says that the object is another one. */
  private boolean contradicts(MapValue told) {
    return where.entries().entrySet().stream()
        .anyMatch(
            wanted ->
                wanted.getValue() instanceof Value.TextValue
                    && told.get(wanted.getKey()) instanceof Value.TextValue other
                    && !other.equals(wanted.getValue()));
  }

  private boolean fits(Reading<MapValue, MapValue> reading) {
    if (!reading.isFound()) {
      return false;
    }
    MapValue properties = reading.spec().orElse(MapValue.EMPTY);
    MapValue outputs = reading.outputs().orElse(MapValue.EMPTY);
    return where.entries().entrySet().stream()
        .allMatch(
            wanted ->
                plain(wanted.getValue()).equals(properties.get(wanted.getKey()))
                    || plain(wanted.getValue()).equals(outputs.get(wanted.getKey())));
  }

  private static Value plain(Value value) {
    return value instanceof Value.SecretValue secret ? secret.content() : value;
  }
}
