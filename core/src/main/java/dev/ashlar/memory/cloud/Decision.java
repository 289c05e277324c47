package dev.ashlar.memory.cloud;

import java.util.List;

/**
 * What the cloud makes of a request.
 *
 * @param <T> what it answers
 * @param changes what is different afterwards, in order
 * @param reply the answer
 */
public record Decision<T>(List<CloudChange> changes, T reply) {
  /** Copies the list. */
  public Decision {
    changes = List.copyOf(changes);
  }

  /** An answer that changes nothing. */
  public static <T> Decision<T> unchanged(T reply) {
    return new Decision<>(List.of(), reply);
  }

  /** An answer after one change. */
  public static <T> Decision<T> of(CloudChange change, T reply) {
    return new Decision<>(List.of(change), reply);
  }
}
