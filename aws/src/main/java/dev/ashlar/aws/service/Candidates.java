package dev.ashlar.aws.service;

import dev.ashlar.connector.Reading;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Objects that may be the ones looked for: read one after the other, until enough fit.
 *
 * @param connector reads
 * @param set what they were set to, as far as it is known
 * @param fits what is looked for
 */
record Candidates(
    TunedConnector connector, MapValue set, Predicate<Reading<MapValue, MapValue>> fits) {

  CompletableFuture<List<Reading<MapValue, MapValue>>> of(
      CompletableFuture<List<String>> ids, int limit) {
    return ids.thenCompose(all -> next(all, 0, limit, new ArrayList<>()));
  }

  private CompletableFuture<List<Reading<MapValue, MapValue>>> next(
      List<String> ids, int index, int limit, List<Reading<MapValue, MapValue>> found) {
    if (index == ids.size() || found.size() >= limit) {
      return CompletableFuture.completedFuture(List.copyOf(found));
    }
    return connector
        .read(ids.get(index), set)
        .thenCompose(
            reading -> {
              if (reading.isFound() && fits.test(reading)) {
                found.add(reading);
              }
              return next(ids, index + 1, limit, found);
            });
  }
}
