package dev.ashlar.connector.call;

import java.util.Map;
import java.util.Optional;

/**
 * What a batch of reads saw.
 *
 * @param objects by identifier; identifiers that were asked for and are not here are to be read
 *     alone
 */
public record BatchAnswer(Map<String, Call<Optional<Observed>>> objects) {
  /** Copies the map. */
  public BatchAnswer {
    objects = Map.copyOf(objects);
  }
}
