package dev.ashlar.governance;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.audit.Trails;
import java.util.List;
import java.util.Optional;

/**
 * An audit log as it was read, and whether it is as it was written.
 *
 * @param entries the entries that could be read, in order
 * @param findings what is wrong with the log; warnings where a crash explains it, errors where
 *     nothing but an alteration does
 * @since 0.1
 */
public record AuditTrail(List<AuditEntry> entries, List<Diagnostic> findings) {
  /** Copies the lists. */
  public AuditTrail {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a log without the keys of its environment: each line is held against the next one, and
   * the last one against the head and the anchors. Who has no key cannot tell an entry that
   * somebody wrote from the engine's, where it stands behind the head.
   *
   * @param environment whose log it is to be
   * @param content the log
   * @param anchors what was kept elsewhere
   */
  public static AuditTrail read(
      Environment.Id environment, AuditLog.Content content, List<AuditAnchor> anchors) {
    return Trails.withoutKeys(environment, content, anchors);
  }

  /** Whose log it says that it is; empty where the content is none. */
  public static Optional<Environment.Id> environment(AuditLog.Content content) {
    return Trails.environment(content);
  }

  /** Whether it is as it was written, as far as can be told. */
  public boolean isIntact() {
    return findings.stream().noneMatch(Diagnostic::isError);
  }
}
