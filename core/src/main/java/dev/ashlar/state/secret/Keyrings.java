package dev.ashlar.state.secret;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.digest.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The keyrings of environments. Each environment's own key is made once, and lies wrapped in a
 * document of the store beside the log.
 */
public final class Keyrings {
  /** The name of the document. */
  public static final String DOCUMENT = "keyring";

  private final StateStore store;
  private final KeyService service;
  private final RandomGenerator random;
  private final Map<Environment.Id, Keyring> opened = new ConcurrentHashMap<>();

  /** Keyrings that lie in this store and are wrapped by this service. */
  public Keyrings(StateStore store, KeyService service, RandomGenerator random) {
    this.store = store;
    this.service = service;
    this.random = random;
  }

  /** The keyring of an environment; empty where none was made yet. */
  public CompletionStage<Optional<Keyring>> find(Environment.Id environment) {
    Keyring known = opened.get(environment);
    if (known != null) {
      return CompletableFuture.completedFuture(Optional.of(known));
    }
    return store
        .document(environment, DOCUMENT)
        .thenCompose(
            document ->
                document.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : open(environment, document.get()).thenApply(Optional::of));
  }

  /** The keyring of an environment, made if there is none. */
  public CompletionStage<Keyring> findOrMake(Environment.Id environment) {
    return find(environment)
        .thenCompose(
            found ->
                found.isPresent()
                    ? CompletableFuture.completedFuture(found.get())
                    : make(environment));
  }

  private CompletionStage<Keyring> make(Environment.Id environment) {
    byte[] master = new byte[Gcm.KEY_BYTES];
    random.nextBytes(master);
    return guarded(() -> service.wrap(new KeyService.WrapRequest(environment, Bytes.of(master))))
        .thenCompose(
            wrapped ->
                store.createDocument(environment, DOCUMENT, KeyringText.write(id(master), wrapped)))
        .thenCompose(document -> open(environment, document));
  }

  private CompletionStage<Keyring> open(Environment.Id environment, Bytes document) {
    KeyringText.Content content =
        KeyringText.read(document)
            .orElseThrow(
                () ->
                    new DiagnosticsException(
                        List.of(
                            Diagnostic.of(
                                StateProblems.DAMAGED,
                                "The keyring of the environment \"%s\" is not as the engine wrote it."
                                        .formatted(environment)
                                    + " Restore it from a backup."))));
    return guarded(
            () -> service.unwrap(new KeyService.UnwrapRequest(environment, content.wrapped())))
        .thenApply(
            unwrapped -> {
              byte[] master = unwrapped.toArray();
              if (master.length != Gcm.KEY_BYTES || !id(master).equals(content.id())) {
                throw refused(environment);
              }
              Keyring keyring = new Keyring(environment, content.id(), master, random);
              opened.put(environment, keyring);
              return keyring;
            });
  }

  /**
   * What the service says is kept only where it is a diagnostic: a message could quote anything.
   */
  private static <T> CompletionStage<T> guarded(Supplier<CompletionStage<T>> call) {
    CompletionStage<T> stage;
    try {
      stage = call.get();
    } catch (RuntimeException e) {
      stage = CompletableFuture.failedFuture(e);
    }
    return stage.exceptionally(
        failure -> {
          Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
          if (cause instanceof DiagnosticsException known) {
            throw known;
          }
          throw new DiagnosticsException(
              List.of(
                  Diagnostic.of(
                      StateProblems.KEY_REFUSED,
                      "The key service failed (%s). Check that it can be reached and its permissions."
                          .formatted(
                              cause == null ? "no reason" : cause.getClass().getSimpleName()))));
        });
  }

  private static DiagnosticsException refused(Environment.Id environment) {
    return new DiagnosticsException(
        List.of(
            Diagnostic.of(
                StateProblems.KEY_REFUSED,
                "The key service gave another key than the one that the secrets of the environment \"%s\" are encrypted with."
                    .formatted(environment))));
  }

  private static String id(byte[] master) {
    return Sha256.of(Hmac.derive(master, "id")).substring(0, 8);
  }
}
