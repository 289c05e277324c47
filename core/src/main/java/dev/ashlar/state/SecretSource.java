package dev.ashlar.state;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.state.secret.SecretFiles;
import dev.ashlar.state.secret.SecretVariables;
import dev.ashlar.value.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Resolves secret references of one scheme at the moment of use. An SPI: {@code env:} and {@code
 * file:} come with the engine. Safe for every thread; no method blocks the caller, stages complete
 * on any thread.
 *
 * @since 0.1
 */
public interface SecretSource {

  /** What stands before the colon: lower-case letters, digits, {@code + . -}. */
  String scheme();

  /**
   * Fetches a secret.
   *
   * @return the secret, or diagnostics that say what is wrong and never the value. Of a failed
   *     stage only the kind is shown
   */
  CompletionStage<Checked<Secret<String>>> resolve(Request request);

  /**
   * A secret to fetch.
   *
   * @param name what stands after the colon
   */
  record Request(String name) {}

  /**
   * {@code env:NAME}: variables of the process.
   *
   * @param variables usually {@code System.getenv()}
   */
  static SecretSource variables(Map<String, String> variables) {
    return new SecretVariables(variables);
  }

  /**
   * {@code file:PATH}: the text of a file, without the line break at its end.
   *
   * @param folder where relative paths begin
   * @param blocking runs what waits for the disk
   */
  static SecretSource files(Path folder, Executor blocking) {
    return new SecretFiles(folder, blocking);
  }
}
