package dev.ashlar.state;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.secret.LocalKeyFile;
import dev.ashlar.value.Bytes;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/**
 * Wraps and unwraps the keys that secrets are encrypted with. An SPI: a local key file, or a
 * cloud's key management. The engine asks once per environment and keeps the key in memory. Safe
 * for every thread; no method blocks the caller, stages complete on any thread.
 *
 * <p>Stages fail with a {@link dev.ashlar.diagnostic.DiagnosticsException} that says what is wrong;
 * of any other failure only the kind is shown, never its message.
 *
 * @since 0.1
 */
public interface KeyService {

  /** Encrypts a key, so that it can be kept beside what it encrypts. */
  CompletionStage<WrappedKey> wrap(WrapRequest request);

  /** Decrypts a key that was wrapped for the same environment. */
  CompletionStage<Bytes> unwrap(UnwrapRequest request);

  /**
   * Keeps the wrapping key in a file of this machine, made on first use and readable by its owner
   * only. Who has the file can read the secrets; who loses it loses them.
   */
  static KeyService localFile(Path file) {
    return LocalKeyFile.at(file);
  }

  /**
   * A key to encrypt.
   *
   * @param environment whose key it is; a service can bind the result to it
   * @param key the key in clear
   */
  record WrapRequest(Environment.Id environment, Bytes key) {}

  /**
   * A key to decrypt.
   *
   * @param environment whose key it is
   * @param wrapped what {@link #wrap} gave
   */
  record UnwrapRequest(Environment.Id environment, WrappedKey wrapped) {}

  /**
   * An encrypted key.
   *
   * @param id names the key that encrypted it, in the service's own way
   * @param bytes the ciphertext
   */
  record WrappedKey(String id, Bytes bytes) {}
}
