package dev.ashlar.observation.limit;

import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Says when a call may be made: rate limits, shared by all that an engine does. Thread-safe. */
public interface Admission {
  /** No limits. */
  Admission UNLIMITED = (ask, waiting) -> CompletableFuture.completedFuture(failure -> {});

  /**
   * A wish to make one call.
   *
   * @param tenant for whom
   * @param home where: provider and scope
   * @param type the resource type
   * @param operation what is called; a look at what is under way is a read, every search a list
   */
  record Ask(String tenant, StateObject.Home home, String type, Operation operation) {}

  /** The right to make one call. */
  @FunctionalInterface
  interface Permit {
    /** The call has ended, well or so: what a cloud refuses is learnt from. */
    void ended(Optional<Failure> failure);
  }

  /**
   * Completes when the call may be made. Who does not want to wait any longer cancels it.
   *
   * @param waiting told about when it will be, where that is not now
   */
  CompletableFuture<Permit> admit(Ask ask, Consumer<Instant> waiting);
}
