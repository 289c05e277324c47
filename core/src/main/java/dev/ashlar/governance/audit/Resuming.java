package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.value.digest.Sha256;
import java.util.Optional;

/**
 * Where a log goes on.
 *
 * @param length how many bytes it has
 * @param number the number of its last entry
 * @param last the digest of that entry's line
 * @param found what was not as it had been left; empty where all was
 * @param torn the digest of what stands after the last whole line; empty where nothing does
 */
record Resuming(long length, long number, String last, String found, String torn) {
  static final String TORN = "torn";
  static final String HEAD = "head";
  static final String SHORTENED = "shortened";

  /** A log that has only what this engine, or another that ended well, has written. */
  static Optional<Resuming> quickly(AuditLog.Position position, AuditKey key) {
    return Head.read(position.head())
        .filter(signed -> signed.head().length() == position.length() && signed.isGenuine(key))
        .map(Head.Signed::head)
        .map(head -> new Resuming(head.length(), head.number(), head.last(), "", ""));
  }

  /** A log that has to be looked at. */
  static Resuming of(Environment.Id environment, AuditLog.Content content, AuditKey key) {
    byte[] log = content.bytes().toArray();
    Walk walk = Walk.of(environment, log, Optional.of(key));
    String torn = walk.tail().length == 0 ? "" : Sha256.of(walk.tail());
    Optional<Head.Signed> head = Head.read(content.head()).filter(one -> one.isGenuine(key));
    String found = "";
    if (head.isEmpty()) {
      found = log.length == 0 && content.head().size() == 0 ? "" : HEAD;
    } else if (head.get().head().number() > walk.number()) {
      found = SHORTENED;
    } else if (!walk.digest(head.get().head().number()).equals(last(head.get()))) {
      found = HEAD;
    } else if (!torn.isEmpty()) {
      found = TORN;
    }
    return new Resuming(log.length, walk.number(), walk.last(), found, torn);
  }

  private static Optional<String> last(Head.Signed signed) {
    return Optional.of(signed.head().last());
  }
}
