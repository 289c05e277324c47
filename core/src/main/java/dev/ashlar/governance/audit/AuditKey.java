package dev.ashlar.governance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.state.secret.Fingerprints;
import java.io.ByteArrayOutputStream;

/** Signs the lines of one environment's log; who has no key of the environment cannot. */
public record AuditKey(Fingerprints fingerprints) {
  /** No plan begins so, and plans are what is sealed with the same key. */
  private static final byte[] LINE = "audit line\n".getBytes(UTF_8);

  private static final byte[] HEAD = "audit head\n".getBytes(UTF_8);
  private static final byte[] ANCHOR = "audit anchor\n".getBytes(UTF_8);

  String line(byte[] body, int length) {
    return of(LINE, body, length);
  }

  String head(byte[] body) {
    return of(HEAD, body, body.length);
  }

  /** What the key pair of anchors is made from: 32 bytes, as hexadecimal digits. */
  String anchorSeed() {
    return of(ANCHOR, new byte[0], 0);
  }

  private String of(byte[] purpose, byte[] body, int length) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(purpose.length + length);
    all.writeBytes(purpose);
    all.write(body, 0, length);
    return fingerprints.seal(all::writeTo);
  }
}
