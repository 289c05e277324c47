package dev.ashlar.execution.operation;

import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says when a call may be made: rate limits, shared by all runs. Safe for every thread. */
public interface Admission {
  /** No limits. */
  Admission UNLIMITED =
      new Admission() {
        @Override
        public CompletableFuture<Void> admit(Ask ask) {
          return CompletableFuture.completedFuture(null);
        }

        @Override
        public void ended(Ask ask, Optional<Failure> failure) {}
      };

  /**
   * A wish to make one call.
   *
   * @param home where: provider and scope
   * @param type the resource type
   * @param operation what is called
   */
  record Ask(StateObject.Home home, String type, Operation operation) {}

  /** Completes when the call may be made; each completion is for one call. */
  CompletableFuture<Void> admit(Ask ask);

  /** An admitted call has ended; throttling is learnt from. */
  void ended(Ask ask, Optional<Failure> failure);
}
