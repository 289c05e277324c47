package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.value.digest.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds a log against itself, its head and its anchors. A pure function. */
public final class Trails {
  private final Environment.Id environment;
  private final Walk walk;
  private final Optional<AuditKey> key;
  private final List<Diagnostic> findings;

  private Trails(Environment.Id environment, Walk walk, Optional<AuditKey> key) {
    this.environment = environment;
    this.walk = walk;
    this.key = key;
    this.findings = new ArrayList<>(walk.findings());
  }

  /** For somebody who has only the files. */
  public static AuditTrail withoutKeys(
      Environment.Id environment, AuditLog.Content content, List<AuditAnchor> anchors) {
    return read(environment, content, anchors, Optional.empty());
  }

  /** For somebody who has the keys: each signature is checked. */
  public static AuditTrail withKeys(
      Environment.Id environment,
      AuditLog.Content content,
      List<AuditAnchor> anchors,
      AuditKey key) {
    return read(environment, content, anchors, Optional.of(key));
  }

  /** Whose log the first line that can be read says that it is. */
  public static Optional<Environment.Id> environment(AuditLog.Content content) {
    return content.bytes().size() == 0
        ? Optional.empty()
        : EntryLine.firstSource(content.bytes().toArray()).flatMap(EntryLine::environment);
  }

  private static AuditTrail read(
      Environment.Id environment,
      AuditLog.Content content,
      List<AuditAnchor> anchors,
      Optional<AuditKey> key) {
    byte[] log = content.bytes().toArray();
    Walk walk = Walk.of(environment, log, key);
    Trails trails = new Trails(environment, walk, key);
    if (log.length > 0 || content.head().size() > 0) {
      trails.head(content);
    }
    anchors.forEach(trails::anchor);
    return new AuditTrail(walk.entries(), trails.findings);
  }

  private void head(AuditLog.Content content) {
    Optional<Head.Signed> signed = Head.read(content.head());
    if (signed.isEmpty() || key.isPresent() && !signed.get().isGenuine(key.get())) {
      add(AuditProblems.HEAD, "The head is missing, or not as it was written.");
      return;
    }
    Head head = signed.get().head();
    if (head.number() > walk.number()) {
      add(
          AuditProblems.SHORTENED,
          "The head names entry " + head.number() + ", and the last one is " + walk.number() + ".");
    } else if (!walk.digest(head.number()).equals(Optional.of(head.last()))) {
      add(AuditProblems.ALTERED, "Entry " + head.number() + " is not the one that the head names.");
    } else if (head.number() < walk.number()) {
      add(
          key.isPresent() ? AuditProblems.BEHIND : AuditProblems.UNPROVEN,
          "The head names entry " + head.number() + ", and the last one is " + walk.number() + ".");
    }
  }

  private void anchor(AuditAnchor anchor) {
    String name = "The anchor at entry " + anchor.number();
    if (!anchor.environment().equals(environment)) {
      add(AuditProblems.ANCHOR, name + " is of \"" + anchor.environment() + "\".");
    } else if (!AnchorSigning.isGenuine(anchor)
        || key.isPresent() && !AnchorSigning.of(key.get()).publicKey().equals(anchor.key())) {
      add(AuditProblems.ANCHOR, name + " is not signed by this log's key.");
    } else if (anchor.number() > walk.number()) {
      add(AuditProblems.SHORTENED, name + " is later than the last one, " + walk.number() + ".");
    } else if (anchor.number() < walk.pruned()) {
      add(AuditProblems.ANCHOR_PRUNED, name + " is of what was pruned.");
    } else if (!walk.digest(anchor.number()).equals(Optional.of(anchor.last()))) {
      add(AuditProblems.ANCHOR, name + " is of another entry than the one that is there.");
    }
  }

  private void add(Code code, String detail) {
    findings.add(Diagnostic.of(code, detail));
  }

  /** The text of a log without the entries before one that stays, behind a mark that says so. */
  static byte[] after(byte[] log, long number, byte[] mark) {
    int from = 0;
    for (int i = 0; i < log.length; i++) {
      if (log[i] == '\n') {
        Optional<EntryLine.Read> read = EntryLine.read(Arrays.copyOfRange(log, from, i));
        from = i + 1;
        if (read.isPresent() && read.get().entry().number() == number) {
          break;
        }
      }
    }
    byte[] kept = Arrays.copyOf(mark, mark.length + log.length - from);
    System.arraycopy(log, from, kept, mark.length, log.length - from);
    return kept;
  }

  static String digest(byte[] line) {
    return Sha256.of(Arrays.copyOf(line, line.length - 1));
  }
}
