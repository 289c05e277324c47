package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.client.Redaction;
import dev.ashlar.aws.model.Portrait;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable.ResumeRequest;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value.MapValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.cloudcontrol.model.GetResourceRequestStatusResponse;
import software.amazon.awssdk.services.cloudcontrol.model.HookProgressEvent;
import software.amazon.awssdk.services.cloudcontrol.model.OperationStatus;
import software.amazon.awssdk.services.cloudcontrol.model.ProgressEvent;

/** What the state of a request means for the engine. */
final class Progress {
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration USUAL = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Door door;
  private final Portrait portrait;
  private final Clock clock;

  Progress(Door door, Portrait portrait, Clock clock) {
    this.door = door;
    this.portrait = portrait;
    this.clock = clock;
  }

  /**
   * A request that was accepted. Whatever it came to is asked for later, so that its token is
   * durable before anything else is done.
   */
  Result<MapValue> begun(ProgressEvent event, int attempt) {
    String token = new RequestToken(event.requestToken(), attempt).toString();
    boolean ended = event.operationStatus() == OperationStatus.SUCCESS || failed(event);
    Duration delay = ended ? Duration.ZERO : delay(event);
    return named(event)
        .<Result<MapValue>>map(id -> Result.inProgress(token, delay, id))
        .orElseGet(() -> Result.inProgress(token, delay));
  }

  /** The state of a request that was begun before. */
  CompletableFuture<Result<MapValue>> look(ResumeRequest<MapValue> request) {
    RequestToken token = RequestToken.read(request.token());
    return door.status(token.token(), request.spec())
        .thenCompose(status -> result(request, token, status));
  }

  private CompletableFuture<Result<MapValue>> result(
      ResumeRequest<MapValue> request,
      RequestToken token,
      GetResourceRequestStatusResponse status) {
    ProgressEvent event = status.progressEvent();
    if (event.operationStatus() == OperationStatus.SUCCESS) {
      return request.operation() == Operation.DELETE
          ? CompletableFuture.completedFuture(Result.deleted())
          : ended(named(event).or(request::id).orElse(""));
    }
    if (failed(event)) {
      return failure(request, token, event, status.hooksProgressEvent());
    }
    return CompletableFuture.completedFuture(begun(event, token.attempt()));
  }

  private static boolean failed(ProgressEvent event) {
    return event.operationStatus() == OperationStatus.FAILED
        || event.operationStatus() == OperationStatus.CANCEL_COMPLETE;
  }

  /** Reads an object of which nothing is to be changed. */
  CompletableFuture<Result<MapValue>> unchanged(String id) {
    return door.get(id)
        .thenApply(
            model ->
                model
                    .<Result<MapValue>>map(told -> Result.done(id, portrait.outputs(told)))
                    .orElseThrow(
                        () -> Failure.notFound("the object does not exist").toException()));
  }

  /** Reads what came of a request that succeeded. */
  CompletableFuture<Result<MapValue>> ended(String id) {
    return door.get(id)
        .thenApply(
            model ->
                model
                    .<Result<MapValue>>map(told -> Result.done(id, portrait.outputs(told)))
                    .orElseThrow(
                        () ->
                            Failure.inDoubt("the object is not to be seen though it was made")
                                .withId(id)
                                .toException()));
  }

  private CompletableFuture<Result<MapValue>> failure(
      ResumeRequest<MapValue> request,
      RequestToken token,
      ProgressEvent event,
      List<HookProgressEvent> hooks) {
    String code = event.errorCodeAsString() == null ? "" : event.errorCodeAsString();
    Operation operation = request.operation();
    if (operation == Operation.DELETE && code.equals("NotFound")) {
      return CompletableFuture.completedFuture(Result.deleted());
    }
    Redaction redaction = Redaction.of(request.spec());
    Optional<String> id = operation == Operation.CREATE ? named(event) : Optional.empty();
    Optional<Failure> hook = Hooks.refusal(hooks, redaction);
    if (hook.isPresent()) {
      return CloudControlConnector.failed(id.map(hook.get()::withId).orElse(hook.get()));
    }
    if (HandlerFailures.isPassing(code) && id.isEmpty() && token.attempt() < RequestToken.MOST) {
      Optional<CompletableFuture<ProgressEvent>> again = again(request, token.attempt() + 1);
      if (again.isPresent()) {
        return again.get().thenApply(next -> later(next, token.attempt() + 1));
      }
    }
    return CloudControlConnector.failed(
        HandlerFailures.of(operation, code, id, redaction.clean(event.statusMessage())));
  }

  /** The same request anew, where it can be told from what the engine gives with the token. */
  private Optional<CompletableFuture<ProgressEvent>> again(
      ResumeRequest<MapValue> request, int attempt) {
    String clientToken = RequestToken.clientToken(request.idempotencyKey(), attempt);
    return switch (request.operation()) {
      case CREATE -> Optional.of(door.create(request.spec(), clientToken));
      case DELETE -> request.id().map(id -> door.delete(id, clientToken));
      default -> Optional.empty();
    };
  }

  /** A handler that could not is given more time at each try. */
  private Result<MapValue> later(ProgressEvent event, int attempt) {
    String token = new RequestToken(event.requestToken(), attempt).toString();
    Duration pause = USUAL.multipliedBy(1L << Math.min(attempt - 2, 4));
    Duration asked = delay(event);
    return Result.inProgress(token, pause.compareTo(asked) < 0 ? asked : pause);
  }

  private static Optional<String> named(ProgressEvent event) {
    return Optional.ofNullable(event.identifier()).filter(id -> !id.isEmpty());
  }

  private Duration delay(ProgressEvent event) {
    Instant again = event.retryAfter();
    if (again == null) {
      return USUAL;
    }
    Instant from = event.eventTime() == null ? clock.instant() : event.eventTime();
    Duration asked = Duration.between(from, again);
    if (asked.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
