package dev.ashlar.state.secret;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Bytes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;

/** A wrapping key that is nowhere but in memory: for states that are nowhere else either. */
public final class MemoryKeys implements KeyService {
  private static final String ID = "memory";

  private final Bytes key;
  private final RandomGenerator random;

  /** A key of its own, made with this randomness. */
  public MemoryKeys(RandomGenerator random) {
    byte[] bytes = new byte[Gcm.KEY_BYTES];
    random.nextBytes(bytes);
    this.key = Bytes.of(bytes);
    this.random = random;
  }

  @Override
  public CompletionStage<WrappedKey> wrap(WrapRequest request) {
    byte[] sealed =
        Gcm.seal(
            key.toArray(),
            request.key().toArray(),
            LocalKeyFile.bound(request.environment()),
            random);
    return CompletableFuture.completedFuture(new WrappedKey(ID, Bytes.of(sealed)));
  }

  @Override
  public CompletionStage<Bytes> unwrap(UnwrapRequest request) {
    try {
      byte[] clear =
          Gcm.open(
              key.toArray(),
              request.wrapped().bytes().toArray(),
              LocalKeyFile.bound(request.environment()));
      return CompletableFuture.completedFuture(Bytes.of(clear));
    } catch (AEADBadTagException e) {
      return CompletableFuture.failedFuture(
          new DiagnosticsException(
              List.of(
                  Diagnostic.of(
                      StateProblems.KEY_REFUSED,
                      "The keys of these records were in the memory of an engine that is gone. Give"
                          + " the engine a key service whose keys last, like"
                          + " KeyService.localFile(...)."))));
    }
  }
}
