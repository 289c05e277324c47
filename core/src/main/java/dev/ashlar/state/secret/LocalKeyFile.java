package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.io.DurableFile;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;

/** The wrapping key in a file of this machine. */
public final class LocalKeyFile implements KeyService {
  private final Path path;
  private final RandomGenerator random;
  private final Executor blocking;

  /** A key file, made with this randomness, read and written on this executor. */
  public LocalKeyFile(Path path, RandomGenerator random, Executor blocking) {
    this.path = path;
    this.random = random;
    this.blocking = blocking;
  }

  /** A key file that is read and written on a thread of its own, which ends when it is idle. */
  public static LocalKeyFile at(Path path) {
    return new LocalKeyFile(
        path,
        new SecureRandom(),
        task -> {
          Thread thread = new Thread(task, "ashlar-keys");
          thread.setDaemon(true);
          thread.start();
        });
  }

  @Override
  public CompletionStage<WrappedKey> wrap(WrapRequest request) {
    return CompletableFuture.supplyAsync(
        () -> {
          KeyFileText.Key key = keyOrNew();
          byte[] bound = bound(request.environment());
          return new WrappedKey(
              key.id(),
              Bytes.of(Gcm.seal(key.bytes().toArray(), request.key().toArray(), bound, random)));
        },
        blocking);
  }

  @Override
  public CompletionStage<Bytes> unwrap(UnwrapRequest request) {
    return CompletableFuture.supplyAsync(
        () -> {
          WrappedKey wrapped = request.wrapped();
          KeyFileText.Key key =
              read().stream()
                  .filter(candidate -> candidate.id().equals(wrapped.id()))
                  .findFirst()
                  .orElseThrow(() -> missing(wrapped.id()));
          try {
            return Bytes.of(
                Gcm.open(
                    key.bytes().toArray(),
                    wrapped.bytes().toArray(),
                    bound(request.environment())));
          } catch (AEADBadTagException e) {
            throw refused(
                "The key \"%s\" in the file %s does not open this state: one of the two was altered."
                    .formatted(wrapped.id(), path));
          }
        },
        blocking);
  }

  /** What a wrapped key is bound to; no two environments have the same. */
  static byte[] bound(Environment.Id id) {
    return (id.tenant().length() + ":" + id.tenant() + id.name()).getBytes(UTF_8);
  }

  private KeyFileText.Key keyOrNew() {
    List<KeyFileText.Key> keys = read();
    if (keys.isEmpty()) {
      byte[] bytes = new byte[Gcm.KEY_BYTES];
      random.nextBytes(bytes);
      KeyFileText.Key fresh =
          new KeyFileText.Key(
              "local-" + Sha256.of(Hmac.derive(bytes, "id")).substring(0, 12), Bytes.of(bytes));
      io(() -> DurableFile.create(path, List.of(KeyFileText.write(List.of(fresh)))));
      keys = read();
    }
    if (keys.isEmpty()) {
      throw refused("The key file %s went away while it was made.".formatted(path));
    }
    return keys.get(keys.size() - 1);
  }

  private List<KeyFileText.Key> read() {
    Optional<byte[]> text = io(() -> DurableFile.read(path));
    if (text.isEmpty()) {
      return List.of();
    }
    return KeyFileText.read(text.get())
        .orElseThrow(
            () ->
                refused(
                    "The key file %s is not as the engine wrote it. Restore it from a backup; a new one would not open what the old one closed."
                        .formatted(path)));
  }

  private DiagnosticsException missing(String id) {
    return new DiagnosticsException(
        List.of(
            Diagnostic.of(
                StateProblems.KEY_MISSING,
                "The secrets of this state were encrypted under the key \"%s\", which is not in the file %s. Put the file back."
                    .formatted(id, path))));
  }

  private static DiagnosticsException refused(String detail) {
    return new DiagnosticsException(List.of(Diagnostic.of(StateProblems.KEY_REFUSED, detail)));
  }

  private interface Blocking<T> {
    T run() throws IOException;
  }

  private static <T> T io(Blocking<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
