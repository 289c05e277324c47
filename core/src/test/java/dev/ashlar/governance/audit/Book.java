package dev.ashlar.governance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.Keyrings;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** An audit log in the hands of a test. */
final class Book {
  static final Environment.Id PRODUCTION = new Environment.Id("acme", "production");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final AuditLog log;
  private final AuditKey key;
  private final Ledger ledger;
  private long minutes;

  Book(AuditLog log) {
    this(log, key(7));
  }

  private Book(AuditLog log, AuditKey key) {
    this.log = log;
    this.key = key;
    this.ledger = new Ledger(log, () -> START.plusSeconds(60 * minutes++));
  }

  /** A key of an environment's own. */
  static AuditKey key(long seed) {
    Random random = new Random(seed);
    return new AuditKey(
        new Keyrings(StateStore.inMemory(), new MemoryKeys(random), random)
            .findOrMake(PRODUCTION)
            .toCompletableFuture()
            .join()
            .fingerprints());
  }

  static Instant minute(long number) {
    return START.plusSeconds(60 * number);
  }

  /** Who opens the same log later. */
  Book reopened() {
    Book later = new Book(log, key);
    later.minutes = minutes;
    return later;
  }

  Book reopenedWith(AuditKey other) {
    return new Book(log, other);
  }

  AuditKey key() {
    return key;
  }

  Ledger ledger() {
    return ledger;
  }

  Book plan(String who) {
    ledger
        .append(
            PRODUCTION,
            key,
            new Deed(
                who,
                AuditEntry.Kind.PLAN_MADE,
                "sha256:d1",
                out -> out.writeStringField("purpose", "apply")))
        .join();
    return this;
  }

  Book plans(int count) {
    for (int i = 0; i < count; i++) {
      plan("alice");
    }
    return this;
  }

  AuditLog.Content content() {
    return log.read(PRODUCTION).toCompletableFuture().join();
  }

  AuditTrail trail(AuditAnchor... anchors) {
    return Trails.withKeys(PRODUCTION, content(), List.of(anchors), key);
  }

  AuditTrail withKeys(byte[] altered) {
    return Trails.withKeys(PRODUCTION, altered(altered), List.of(), key);
  }

  AuditTrail withoutKeys(byte[] altered) {
    return AuditTrail.read(PRODUCTION, altered(altered), List.of());
  }

  private AuditLog.Content altered(byte[] bytes) {
    return new AuditLog.Content(Bytes.of(bytes), content().head());
  }

  AuditAnchor anchor() {
    return ledger.anchor(PRODUCTION, key).join().orElseThrow();
  }

  static List<String> lines(byte[] log) {
    return new ArrayList<>(Arrays.asList(new String(log, UTF_8).split("(?<=\n)")));
  }

  static byte[] bytes(List<String> lines) {
    return String.join("", lines).getBytes(UTF_8);
  }
}
