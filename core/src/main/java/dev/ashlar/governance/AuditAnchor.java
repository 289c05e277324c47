package dev.ashlar.governance;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.audit.AnchorText;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an audit log stood at a moment, signed: kept elsewhere, it shows later that nothing before
 * it was altered or taken out, not even by somebody who has the keys.
 *
 * @param environment whose log
 * @param number the number of its last entry
 * @param last the SHA-256 digest of that entry's line
 * @param at when
 * @param key the public key of the log, Ed25519, base64
 * @param signature the signature, base64
 * @since 0.1
 */
public record AuditAnchor(
    Environment.Id environment,
    long number,
    String last,
    Instant at,
    String key,
    String signature) {

  /** Reads an anchor; empty where the text is none. */
  public static Optional<AuditAnchor> read(String text) {
    return AnchorText.read(text);
  }

  /** The anchor as one line of JSON. */
  public String toJson() {
    return AnchorText.write(this);
  }
}
