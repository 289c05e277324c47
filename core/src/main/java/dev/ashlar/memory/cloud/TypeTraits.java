package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a type behaves, as far as its schema does not say.
 *
 * @param idPrefix what identifiers start with, where the cloud makes them
 * @param identityIsId whether the identity is also the identifier, as with a bucket's name
 * @param durations how long operations take in a real cloud; absent means at once
 * @param minting how certain outputs come about
 * @param rules what must hold between objects
 * @param strict whether references must lead to objects, and such objects cannot be deleted
 */
public record TypeTraits(
    String idPrefix,
    boolean identityIsId,
    Map<Operation, Duration> durations,
    Map<String, OutputRule> minting,
    List<Rule> rules,
    boolean strict) {
  /** Copies everything. */
  public TypeTraits {
    durations = Map.copyOf(durations);
    minting = Map.copyOf(minting);
    rules = List.copyOf(rules);
  }

  /** A type of which nothing is known but its schema. */
  public static TypeTraits plain(String type) {
    return new TypeTraits(prefix(type), true, Map.of(), Map.of(), List.of(), false);
  }

  /** The type's own name, in lower case: {@code queue} of {@code acme::Queue}. */
  private static String prefix(String type) {
    String name = type.replaceFirst(".*[:/.]", "").toLowerCase(Locale.ROOT);
    return name.isEmpty() ? "object" : name;
  }
}
