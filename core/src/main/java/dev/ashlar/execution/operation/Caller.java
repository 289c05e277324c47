package dev.ashlar.execution.operation;

import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The calls that one operation consists of. */
public interface Caller {

  /** Asks for what is wanted. */
  CompletableFuture<Call<Answer>> call(Envelope envelope);

  /** Asks how far it is. */
  CompletableFuture<Call<Answer>> resume(Envelope envelope, String token, Optional<String> id);

  /**
   * Looks whether it took effect, after a call of which that is not known: when limits allow, and
   * again while looking fails in passing.
   */
  CompletableFuture<Sight> look(Envelope envelope, Optional<String> id);
}
