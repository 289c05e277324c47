package dev.ashlar.governance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.governance.AuditAnchor;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Signs anchors with Ed25519: who has the public key can check them, and nobody else make one. */
final class AnchorSigning {
  private static final String ALGORITHM = "Ed25519";

  private final KeyPair pair;

  private AnchorSigning(KeyPair pair) {
    this.pair = pair;
  }

  /** The key pair of a log, always the same: it is made from the log's key. */
  static AnchorSigning of(AuditKey key) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Seed(key.anchorSeed()));
      return new AnchorSigning(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no Ed25519 (module jdk.crypto.ec)", e);
    }
  }

  String publicKey() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  AuditAnchor sign(AuditAnchor unsigned) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(content(unsigned));
      return new AuditAnchor(
          unsigned.environment(),
          unsigned.number(),
          unsigned.last(),
          unsigned.at(),
          unsigned.key(),
          Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an anchor cannot be signed", e);
    }
  }

  /** Whether an anchor was signed with the key that it names. */
  static boolean isGenuine(AuditAnchor anchor) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(anchor.key()))));
      signature.update(content(anchor));
      return signature.verify(Base64.getDecoder().decode(anchor.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] content(AuditAnchor anchor) {
    return AnchorText.content(anchor).getBytes(UTF_8);
  }

  /** Gives the generator the bytes of the private key. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final String hex;

    Seed(String hex) {
      this.hex = hex;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, 0, bytes.length);
    }
  }
}
