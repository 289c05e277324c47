package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256: derives keys and makes fingerprints. */
final class Hmac {
  private Hmac() {}

  static byte[] of(byte[] key, byte[] data) {
    return keyed(key).doFinal(data);
  }

  /** To be fed piece by piece. */
  static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HMAC-SHA256", e);
    }
  }

  /** A key for one purpose, from which no other purpose's can be computed. */
  static byte[] derive(byte[] master, String purpose) {
    return of(master, ("ashlar/1/" + purpose).getBytes(UTF_8));
  }
}
