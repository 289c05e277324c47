package dev.ashlar.state.secret;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.digest.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final Map<Environment.Id, Opened> opened = new ConcurrentHashMap<>();

  /** A keyring, and the document that it was read from. */
  private record Opened(Bytes document, Keyring keyring) {}

  /** Keyrings that lie in this store and are wrapped by this service. */
  public Keyrings(StateStore store, KeyService service, RandomGenerator random) {
    this.store = store;
    this.service = service;
    this.random = random;
  }

  /** The keyring of an environment; empty where none was made yet. */
  public CompletionStage<Optional<Keyring>> find(Environment.Id environment) {
    Opened known = opened.get(environment);
    if (known != null) {
      return CompletableFuture.completedFuture(Optional.of(known.keyring()));
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
    CompletionStage<Map<String, byte[]>> masters =
        CompletableFuture.completedFuture(new TreeMap<>());
    for (KeyringText.Key key : content.keys()) {
      masters =
          masters.thenCombine(
              unwrapped(environment, key.wrapped()),
              (all, master) -> {
                if (master.length != Gcm.KEY_BYTES || !id(master).equals(key.id())) {
                  throw refused(environment);
                }
                all.put(key.id(), master);
                return all;
              });
    }
    String last = content.keys().get(content.keys().size() - 1).id();
    return masters.thenCompose(
        all ->
            fingerprints(environment, content, all)
                .thenApply(
                    fingerprints -> {
                      Keyring keyring =
                          new Keyring(
                              environment,
                              all,
                              last,
                              fingerprints,
                              Set.copyOf(content.forgotten()),
                              random);
                      opened.put(environment, new Opened(document, keyring));
                      return keyring;
                    }));
  }

  private CompletionStage<Fingerprints> fingerprints(
      Environment.Id environment, KeyringText.Content content, Map<String, byte[]> masters) {
    if (content.marks().isEmpty()) {
      return CompletableFuture.completedFuture(
          new Fingerprints(masters.values().iterator().next()));
    }
    return unwrapped(environment, content.marks().get())
        .thenApply(
            keys -> {
              if (keys.length != 3 * Gcm.KEY_BYTES) {
                throw refused(environment);
              }
              return Fingerprints.ofKeys(keys);
            });
  }

  private CompletionStage<byte[]> unwrapped(
      Environment.Id environment, KeyService.WrappedKey wrapped) {
    return guarded(() -> service.unwrap(new KeyService.UnwrapRequest(environment, wrapped)))
        .thenApply(Bytes::toArray);
  }

  /** Another process may have changed the keys: what is known counts only if it still stands. */
  public CompletionStage<Void> refresh(Environment.Id environment) {
    Opened known = opened.get(environment);
    return known == null
        ? CompletableFuture.completedFuture(null)
        : store
            .document(environment, DOCUMENT)
            .thenAccept(
                document -> {
                  if (!document.equals(Optional.of(known.document()))) {
                    opened.remove(environment, known);
                  }
                });
  }

  /** Adds a key, which encrypts from now on. For who has the lease. */
  public CompletionStage<Keyring> turn(StateStore.Lease lease) {
    byte[] master = new byte[Gcm.KEY_BYTES];
    random.nextBytes(master);
    return findOrMake(lease.environment())
        .thenCompose(keyring -> write(lease, keyring.turned(id(master), master)));
  }

  /** Drops all keys but the one that encrypts: what they encrypted is lost. For the lease. */
  public CompletionStage<Keyring> forget(StateStore.Lease lease) {
    return findOrMake(lease.environment())
        .thenCompose(keyring -> write(lease, keyring.forgetful()));
  }

  /** Everything is wrapped anew, so that a key service that has turned its own key is followed. */
  private CompletionStage<Keyring> write(StateStore.Lease lease, Keyring keyring) {
    Environment.Id environment = lease.environment();
    List<String> ids = new ArrayList<>(keyring.masters().keySet());
    ids.remove(keyring.id());
    ids.add(keyring.id());
    CompletionStage<List<KeyringText.Key>> keys =
        CompletableFuture.completedFuture(new ArrayList<>());
    for (String id : ids) {
      byte[] master = Objects.requireNonNull(keyring.masters().get(id));
      keys =
          keys.thenCombine(
              wrapped(environment, master),
              (all, wrapped) -> {
                all.add(new KeyringText.Key(id, wrapped));
                return all;
              });
    }
    return keys.thenCombine(
            wrapped(environment, keyring.fingerprints().keys()),
            (all, marks) ->
                KeyringText.write(
                    new KeyringText.Content(
                        all, Optional.of(marks), List.copyOf(keyring.forgotten()))))
        .thenCompose(
            document ->
                store
                    .replaceDocument(lease, DOCUMENT, document)
                    .thenApply(
                        done -> {
                          opened.put(environment, new Opened(document, keyring));
                          return keyring;
                        }));
  }

  private CompletionStage<KeyService.WrappedKey> wrapped(Environment.Id environment, byte[] key) {
    return guarded(() -> service.wrap(new KeyService.WrapRequest(environment, Bytes.of(key))));
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
