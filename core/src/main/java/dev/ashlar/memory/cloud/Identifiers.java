package dev.ashlar.memory.cloud;

import dev.ashlar.value.digest.Sha256;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes identifiers: the same request gets the same one, in whatever order requests come. */
final class Identifiers {
  private static final int LENGTH = 12;

  private Identifiers() {}

  /**
   * An identifier.
   *
   * @param key the idempotency key of the creation; may be empty
   * @param others how many requests may have been the same as far as can be told: that many tries
   *     are not worth making
   * @param free whether no object has it
   */
  static String mint(
      SimulatedType type,
      long seed,
      String place,
      Optional<String> identity,
      String key,
      int others,
      Predicate<String> free) {
    if (type.traits().identityIsId() && identity.isPresent()) {
      return identity.get();
    }
    String source =
        String.join("\n", type.schema().type(), place, identity.orElse(""), key, "" + seed);
    for (int salt = others; ; salt++) {
      String digits = Sha256.of(source + "\n" + salt).substring(0, LENGTH);
      String candidate = type.traits().idPrefix() + "-" + digits;
      if (free.test(candidate)) {
        return candidate;
      }
    }
  }
}
