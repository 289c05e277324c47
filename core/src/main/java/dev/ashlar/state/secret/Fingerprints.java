package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Keyed fingerprints of one environment: equal values have equal ones, and without the key nobody
 * can try guesses. Immutable, safe for every thread.
 */
public final class Fingerprints {
  /** What every fingerprint starts with. */
  public static final String PREFIX = "fp:";

  private static final int BYTES = 16;

  private final byte[] marking;
  private final byte[] sealing;
  private final byte[] signing;

  private Fingerprints(byte[] marking, byte[] sealing, byte[] signing) {
    this.marking = marking;
    this.sealing = sealing;
    this.signing = signing;
  }

  Fingerprints(byte[] master) {
    this(
        Hmac.derive(master, "fingerprint"),
        Hmac.derive(master, "seal"),
        Hmac.derive(master, "approval"));
  }

  /** The same fingerprints as those whose keys these are: they outlive the key that encrypts. */
  static Fingerprints ofKeys(byte[] keys) {
    return new Fingerprints(
        Arrays.copyOfRange(keys, 0, Gcm.KEY_BYTES),
        Arrays.copyOfRange(keys, Gcm.KEY_BYTES, 2 * Gcm.KEY_BYTES),
        Arrays.copyOfRange(keys, 2 * Gcm.KEY_BYTES, 3 * Gcm.KEY_BYTES));
  }

  /** The keys, one after the other; what encrypts cannot be computed from them. */
  byte[] keys() {
    byte[] keys = Arrays.copyOf(marking, 3 * Gcm.KEY_BYTES);
    System.arraycopy(sealing, 0, keys, Gcm.KEY_BYTES, Gcm.KEY_BYTES);
    System.arraycopy(signing, 0, keys, 2 * Gcm.KEY_BYTES, Gcm.KEY_BYTES);
    return keys;
  }

  /** The fingerprint of a known value, secret or not: {@code fp:} and 32 hexadecimal digits. */
  public String of(Value value) {
    Value content = value instanceof Value.SecretValue secret ? secret.content() : value;
    byte[] mac = Hmac.of(marking, ClearText.of(content).getBytes(UTF_8));
    return PREFIX + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES));
  }

  /** Whether a text has the form of a fingerprint. */
  public static boolean isOne(String text) {
    return text.matches(PREFIX + "[0-9a-f]{" + 2 * BYTES + "}");
  }

  /** Writes a document. */
  @FunctionalInterface
  public interface Document {
    /** Writes all of it; the stream stays open. */
    void writeTo(OutputStream to) throws IOException;
  }

  /** The seal of a document that is written and never held. */
  public String seal(Document document) {
    Mac mac = Hmac.keyed(sealing);
    try {
      document.writeTo(
          new OutputStream() {
            @Override
            public void write(int b) {
              mac.update((byte) b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
              mac.update(bytes, offset, length);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /** The keyed seal of a whole document, as 64 hexadecimal digits. */
  public String seal(byte[] document) {
    return HexFormat.of().formatHex(Hmac.of(sealing, document));
  }

  /** The keyed signature of an approval's record, as 64 hexadecimal digits. */
  public String signature(byte[] document) {
    return HexFormat.of().formatHex(Hmac.of(signing, document));
  }
}
