package dev.ashlar.governance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.value.Value;
import dev.ashlar.value.digest.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a log from its first line to its last, and holds each against the one before. */
final class Walk {
  /** Of more findings nobody learns more. */
  private static final int MOST_FINDINGS = 20;

  private final Environment.Id environment;
  private final Optional<AuditKey> key;
  private final List<AuditEntry> entries = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Map<Long, String> digests = new HashMap<>();
  private long pruned;
  private long number;
  private String last = EntryLine.NONE;
  private byte[] tail = new byte[0];

  private Walk(Environment.Id environment, Optional<AuditKey> key) {
    this.environment = environment;
    this.key = key;
  }

  static Walk of(Environment.Id environment, byte[] log, Optional<AuditKey> key) {
    Walk walk = new Walk(environment, key);
    walk.all(log);
    return walk;
  }

  List<AuditEntry> entries() {
    return entries;
  }

  List<Diagnostic> findings() {
    return findings;
  }

  /** The number of the last entry; 0 where there is none. */
  long number() {
    return number;
  }

  /** The digest of the last entry's line. */
  String last() {
    return last;
  }

  /** The number of the last entry that was taken out; 0 where none was. */
  long pruned() {
    return pruned;
  }

  /** What stands after the last whole line. */
  byte[] tail() {
    return tail;
  }

  /** The digest of an entry's line; of the last that was pruned, too. */
  Optional<String> digest(long of) {
    return of == 0 ? Optional.of(EntryLine.NONE) : Optional.ofNullable(digests.get(of));
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(Diagnostic::isError);
  }

  private void all(byte[] log) {
    int from = 0;
    int end = end(log, from);
    byte @Nullable [] line = end < 0 ? null : Arrays.copyOfRange(log, from, end);
    while (line != null) {
      from = end + 1;
      end = end(log, from);
      byte[] next = end < 0 ? null : Arrays.copyOfRange(log, from, end);
      Optional<EntryLine.Read> read = EntryLine.read(line);
      if (next != null && isTold(line, EntryLine.read(next))) {
        add(Diagnostic.of(AuditProblems.TORN, "After entry " + number + " one is incomplete."));
      } else {
        take(line, read);
      }
      line = next;
    }
    tail = Arrays.copyOfRange(log, from, log.length);
    if (tail.length > 0) {
      add(
          looksCutOff()
              ? Diagnostic.of(
                  AuditProblems.TORN, "The last entry is incomplete, after entry " + number + ".")
              : altered("What stands after entry " + number + " is not an entry that was cut off"));
    }
  }

  private static int end(byte[] log, int from) {
    for (int i = from; i < log.length; i++) {
      if (log[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Whether the next entry tells that it found this. */
  private static boolean isTold(byte[] line, Optional<EntryLine.Read> next) {
    return next.map(EntryLine.Read::entry)
        .filter(entry -> entry.kind() == AuditEntry.Kind.LOG_RESUMED)
        .filter(entry -> text(entry.data(), "torn").equals(Sha256.of(line)))
        .isPresent();
  }

  static String text(Value.MapValue data, String field) {
    return data.entries().get(field) instanceof Value.TextValue text ? text.text() : "";
  }

  private void take(byte[] line, Optional<EntryLine.Read> read) {
    long expected = number + 1;
    if (read.isEmpty()) {
      add(altered("Where entry " + expected + " belongs there is none"));
      follow(expected, Sha256.of(line));
      return;
    }
    AuditEntry entry = read.get().entry();
    if (!read.get().source().equals(EntryLine.source(environment))) {
      add(altered("Entry " + expected + " belongs to " + read.get().source()));
    }
    if (key.isPresent() && !EntryLine.isGenuine(line, read.get().mac(), key.get())) {
      add(altered("The signature of entry " + expected + " does not fit"));
    }
    entries.add(entry);
    if (entry.kind() == AuditEntry.Kind.LOG_PRUNED && entries.size() == 1 && number == 0) {
      pruned = entry.number();
      follow(entry.number(), text(entry.data(), "last"));
      return;
    }
    if (entry.number() != expected) {
      add(altered("Where entry " + expected + " belongs there is entry " + entry.number()));
    } else if (!read.get().previous().equals(last)) {
      add(altered("Entry " + expected + " does not follow what stands before it"));
    } else if (entry.kind() == AuditEntry.Kind.LOG_PRUNED) {
      add(altered("Entry " + expected + " belongs at the beginning"));
    } else if (entry.kind() == AuditEntry.Kind.LOG_RESUMED) {
      resumed(entry);
    }
    follow(entry.number(), Sha256.of(line));
  }

  /** What the engine has noticed when it went on is never forgotten. */
  private void resumed(AuditEntry entry) {
    switch (text(entry.data(), "found")) {
      case Resuming.SHORTENED ->
          add(
              Diagnostic.of(
                  AuditProblems.SHORTENED,
                  "Before entry " + entry.number() + " entries were missing."));
      case Resuming.HEAD ->
          add(
              Diagnostic.of(
                  AuditProblems.HEAD, "The head was not as noted before entry " + entry.number()));
      default -> {}
    }
  }

  private void follow(long at, String digest) {
    number = at;
    last = digest;
    digests.put(at, digest);
  }

  /** Whether what is left may be the beginning of the next entry. */
  private boolean looksCutOff() {
    String begin =
        "{\"specversion\":\"1.0\",\"id\":\""
            + (number + 1)
            + "\",\"source\":\""
            + EntryLine.source(environment)
            + "\",\"type\":\"dev.ashlar.";
    byte[] expected = begin.getBytes(UTF_8);
    int compared = Math.min(expected.length, tail.length);
    return Arrays.equals(expected, 0, compared, tail, 0, compared);
  }

  private static Diagnostic altered(String what) {
    return Diagnostic.of(AuditProblems.ALTERED, what + ".");
  }

  private void add(Diagnostic finding) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }
}
