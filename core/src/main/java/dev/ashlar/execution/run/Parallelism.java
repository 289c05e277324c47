package dev.ashlar.execution.run;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many changes of a run are under way at once, at most. One that waits for the cloud counts.
 *
 * @param total of all providers together
 * @param perProvider of one provider, by its name, where it is to be less
 */
public record Parallelism(int total, Map<String, Integer> perProvider) {
  /** Copies the map. */
  public Parallelism {
    perProvider = Map.copyOf(perProvider);
    if (total < 1 || perProvider.values().stream().anyMatch(limit -> limit < 1)) {
      throw new IllegalArgumentException("at least one change at a time");
    }
  }

  /** So many, whatever the provider. */
  public static Parallelism of(int total) {
    return new Parallelism(total, Map.of());
  }

  /** The providers that have as many changes under way as they may. */
  Set<String> busy(Map<String, Integer> underWay) {
    if (perProvider.isEmpty()) {
      return Set.of();
    }
    Set<String> busy = new HashSet<>();
    perProvider.forEach(
        (provider, limit) -> {
          if (underWay.getOrDefault(provider, 0) >= limit) {
            busy.add(provider);
          }
        });
    return busy;
  }
}
