package dev.ashlar.aws.service;

import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.aws.model.Portrait;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Result;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How an operation goes on after its first call: the object is settled, then looked at until it is
 * seen, or is not seen any more. Nobody waits: the engine comes back with the token, also after a
 * restart.
 */
record Course(Tuned tuned, Portrait portrait, Duration visibilityBound) {
  static final Duration AT_ONCE = Duration.ZERO;
  static final Duration LOOK = Duration.ofSeconds(1);

  /** The token of an object that is being settled. */
  static final String FIRST = "settle 0";

  private static final String SETTLING = "settle ";
  private static final String LOOKING = "look ";
  private static final int MOST = 8;
  private static final Duration GOING = Duration.ofSeconds(2);

  /** Whether a token is one of these, and none of Cloud Control's. */
  static boolean isToken(String token) {
    return token.startsWith(SETTLING) || token.startsWith(LOOKING);
  }

  /** After a step of an operation. */
  CompletableFuture<Result<MapValue>> after(Operation operation, Step step, MapValue spec) {
    if (step.next().isPresent()) {
      return CompletableFuture.completedFuture(
          Result.inProgress(FIRST, step.next().get(), step.id()));
    }
    return operation == Operation.DELETE
        ? CompletableFuture.completedFuture(Result.deleted())
        : look(operation, step.id(), spec, 0);
  }

  /** With a token. */
  CompletableFuture<Result<MapValue>> on(
      String token, Operation operation, String id, MapValue spec) {
    if (operation == Operation.DELETE) {
      return gone(id, spec);
    }
    if (token.startsWith(LOOKING)) {
      return look(operation, id, spec, Integer.parseInt(token.substring(LOOKING.length())));
    }
    int failed = Integer.parseInt(token.substring(SETTLING.length()));
    return tuned
        .settle(operation, id, spec)
        .thenCompose(step -> after(operation, step, spec))
        .exceptionallyCompose(thrown -> unsettled(thrown, operation, id, failed));
  }

  /** To settle can be done twice: where nobody knows whether it was done, it is done again. */
  private static CompletableFuture<Result<MapValue>> unsettled(
      Throwable thrown, Operation operation, String id, int failed) {
    if (!(ServiceFailures.cause(thrown) instanceof ActionFailedException refused)) {
      return CompletableFuture.failedFuture(thrown);
    }
    if (refused.failure("").kind() == Failure.Kind.IN_DOUBT && failed < MOST) {
      return CompletableFuture.completedFuture(
          Result.inProgress(SETTLING + (failed + 1), GOING, id));
    }
    return CompletableFuture.failedFuture(
        operation == Operation.CREATE ? refused.about(id) : refused);
  }

  private CompletableFuture<Result<MapValue>> gone(String id, MapValue was) {
    return tuned
        .read(id, was)
        .thenApply(
            model ->
                model.isPresent()
                    ? Result.inProgress(FIRST, GOING, id)
                    : Result.<MapValue>deleted());
  }

  /**
   * Reads what was made or changed. The change itself is done: that it cannot be read must not look
   * as if it were not.
   */
  private CompletableFuture<Result<MapValue>> look(
      Operation operation, String id, MapValue spec, int times) {
    return tuned
        .read(id, spec)
        .thenApply(model -> seen(operation, id, model, times))
        .exceptionally(thrown -> again(id, times, thrown));
  }

  private Result<MapValue> seen(
      Operation operation, String id, Optional<MapValue> model, int times) {
    if (model.isPresent()) {
      return Result.done(id, portrait.outputs(model.get()));
    }
    if (operation == Operation.UPDATE) {
      throw Failure.notFound("the object does not exist").toException();
    }
    if (times >= visibilityBound.toSeconds()) {
      throw Failure.inDoubt("the object is not to be seen though it was made")
          .withId(id)
          .toException();
    }
    return Result.inProgress(LOOKING + (times + 1), LOOK, id);
  }

  private static Result<MapValue> again(String id, int times, Throwable thrown) {
    if (ServiceFailures.cause(thrown) instanceof OperationFailedException known) {
      throw known;
    }
    if (times > 0) {
      throw new java.util.concurrent.CompletionException(ServiceFailures.cause(thrown));
    }
    return Result.inProgress(LOOKING + 1, LOOK, id);
  }

  static CompletableFuture<Result<MapValue>> absenceAsDeleted(Throwable thrown) {
    return Actions.isAbsence(thrown)
        ? CompletableFuture.completedFuture(Result.deleted())
        : CompletableFuture.failedFuture(thrown);
  }
}
