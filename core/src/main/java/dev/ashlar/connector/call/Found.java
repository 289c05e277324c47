package dev.ashlar.connector.call;

import dev.ashlar.connector.Findable;
import java.time.Duration;
import java.util.List;

/**
 * What a search after an interrupted create saw, as values.
 *
 * @param answer what can be said
 * @param objects the objects found
 * @param delay when to ask again, where nothing can be said yet
 */
public record Found(Findable.Finding.Answer answer, List<Observed> objects, Duration delay) {
  /** Copies the list. */
  public Found {
    objects = List.copyOf(objects);
  }
}
