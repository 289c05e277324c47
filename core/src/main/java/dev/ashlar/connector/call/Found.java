package dev.ashlar.connector.call;

import dev.ashlar.connector.Findable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a search after an interrupted create saw, as values.
 *
 * @param answer what can be said
 * @param objects the objects found
 * @param delay when to ask again, where nothing can be said yet or the object is still being made
 * @param token what to resume with, where the object is still being made
 */
public record Found(
    Findable.Finding.Answer answer,
    List<Observed> objects,
    Duration delay,
    Optional<String> token) {
  /** Copies the list. */
  public Found {
    objects = List.copyOf(objects);
  }
}
