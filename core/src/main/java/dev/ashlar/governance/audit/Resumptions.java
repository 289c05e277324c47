package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditEntry;
import java.time.Instant;
import java.util.Arrays;

/** The entry that tells how a log was found. What it tells is never forgotten. */
final class Resumptions {
  private Resumptions() {}

  /** The entry; behind a line's end, where one is missing. */
  static byte[] of(
      Environment.Id environment, AuditKey key, String principal, Resuming from, Instant now) {
    Deed deed =
        new Deed(
            principal,
            AuditEntry.Kind.LOG_RESUMED,
            "",
            out -> {
              out.writeStringField("found", from.found());
              if (!from.torn().isEmpty()) {
                out.writeStringField("torn", from.torn());
              }
            });
    byte[] line = EntryLine.write(environment, from.number() + 1, now, from.last(), deed, key);
    return from.torn().isEmpty() ? line : joined(new byte[] {'\n'}, line);
  }

  /** The line itself, with its end. */
  static byte[] line(byte[] resumption) {
    return resumption[0] == '\n'
        ? Arrays.copyOfRange(resumption, 1, resumption.length)
        : resumption;
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
