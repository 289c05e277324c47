package dev.ashlar.memory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secret values unreadable in the cloud's file, with a key that lies beside it. The key is
 * made when the first secret is.
 */
final class SecretBox {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path keyFile;
  private final SecureRandom random = new SecureRandom();
  private Optional<SecretKeySpec> key = Optional.empty();

  SecretBox(Path keyFile) {
    this.keyFile = keyFile;
  }

  /** The sealed form of a value, bound to the object that holds it. */
  Value seal(String owner, Value content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        crypt(
            Cipher.ENCRYPT_MODE,
            key(true),
            nonce,
            owner,
            ValueJson.canonical(content).getBytes(UTF_8));
    return Value.of(
        Base64.getEncoder()
            .encodeToString(
                ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array()));
  }

  /** The value of a sealed form. */
  Value open(String owner, Value sealed) {
    if (!(sealed instanceof Value.TextValue text)) {
      throw new UnreadableCloudException("a secret of " + owner + " is not sealed", null);
    }
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text.text()));
    } catch (IllegalArgumentException e) {
      throw new UnreadableCloudException("a secret of " + owner + " was altered", e);
    }
    if (bytes.remaining() < NONCE_BYTES) {
      throw new UnreadableCloudException("a secret of " + owner + " was altered", null);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    byte[] content = new byte[bytes.remaining()];
    bytes.get(content);
    byte[] opened = crypt(Cipher.DECRYPT_MODE, key(false), nonce, owner, content);
    return Value.secret(ValueJson.parse(new String(opened, UTF_8)));
  }

  private byte[] crypt(int mode, SecretKeySpec with, byte[] nonce, String owner, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, with, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(UTF_8));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new UnreadableCloudException(
          "a secret of " + owner + " cannot be opened with the key in " + keyFile, e);
    }
  }

  private SecretKeySpec key(boolean make) {
    if (key.isEmpty()) {
      key = Optional.of(new SecretKeySpec(readKey(make), "AES"));
    }
    return key.get();
  }

  private byte[] readKey(boolean make) {
    try {
      byte[] bytes = Base64.getDecoder().decode(Files.readString(keyFile).strip());
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (NoSuchFileException e) {
      if (make) {
        return makeKey();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableCloudException("the key in " + keyFile + " cannot be read", e);
    }
    throw new UnreadableCloudException("there is no key in " + keyFile, null);
  }

  private byte[] makeKey() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    try {
      Files.createFile(keyFile, ownerOnly());
      Files.writeString(
          keyFile, Base64.getEncoder().encodeToString(bytes) + "\n", StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UnreadableCloudException("the key file " + keyFile + " cannot be written", e);
    }
    return bytes;
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
