package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Connector.CreateRequest;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.schema.Operation;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * An object that the engine made, and its connector, to be asked without the engine.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 */
final class Made<S, O> {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Lab lab;
  private final Tape.Take take;
  private final Connector<S, O> connector;
  private final CreateRequest<S> request;
  private final String id;
  private int keys;

  private Made(Lab lab, Tape.Take take, Connector<S, O> connector, CreateRequest<S> request) {
    this.lab = lab;
    this.take = take;
    this.connector = connector;
    this.request = request;
    this.id = lab.state().at(lab.address()).orElseThrow().identity().orElseThrow();
  }

  /** What a create on the tape made. */
  static Made<?, ?> of(Lab lab, Tape.Take take) {
    return typed(lab, take, lab.connector());
  }

  /** The request came to a connector of this type: its spec is of the connector's. */
  @SuppressWarnings("unchecked")
  private static <S, O> Made<S, O> typed(Lab lab, Tape.Take take, Connector<S, O> connector) {
    return new Made<>(lab, take, connector, (CreateRequest<S>) take.request());
  }

  /**
   * How a call ended.
   *
   * @param <T> what it answers
   * @param answer the answer, if there is one
   * @param failure why there is none
   */
  record Reply<T>(Optional<T> answer, Optional<Failure> failure) {
    String told() {
      return failure
          .map(why -> "it failed: " + why)
          .orElseGet(() -> "it answered " + answer.map(Made::told).orElse("nothing"));
    }
  }

  private static String told(Object answer) {
    if (answer instanceof Result<?> result) {
      return result.state() + result.id().map(id -> " " + id).orElse("");
    }
    if (answer instanceof Reading<?, ?> reading) {
      return reading.isFound() ? "found " + reading.id().orElseThrow() : "absent";
    }
    return answer.toString();
  }

  Connector<S, O> connector() {
    return connector;
  }

  CreateRequest<S> request() {
    return request;
  }

  Tape.Take take() {
    return take;
  }

  String id() {
    return id;
  }

  /** A key that nobody used yet. */
  String freshKey() {
    keys++;
    String key = request.idempotencyKey();
    String tail = "k" + keys;
    return key.substring(0, Math.min(key.length(), 64 - tail.length())) + tail;
  }

  Envelope envelope(String key) {
    return new Envelope(lab.address(), Bytes.EMPTY, TIMEOUT, key);
  }

  /** Calls the connector's session's way: exceptions get their meaning. */
  <T> Reply<T> ask(Supplier<CompletionStage<T>> call) {
    try {
      return new Reply<>(Optional.ofNullable(lab.pace().await(call.get())), Optional.empty());
    } catch (CompletionException e) {
      return new Reply<>(Optional.empty(), Optional.of(ProviderSession.explain(take.session(), e)));
    }
  }

  /** The answer, or a violation. */
  <T> T expect(ConnectorRule rule, String what, Supplier<CompletionStage<T>> call) {
    Reply<T> reply = ask(call);
    return reply
        .answer()
        .orElseThrow(() -> new Violation(rule, lab.schema().type(), what + ": " + reply.told()));
  }

  Reply<Reading<S, O>> read() {
    return ask(() -> connector.read(Requests.read(envelope(""), id, Optional.of(request.spec()))));
  }

  Reading<S, O> found(ConnectorRule rule) {
    Reply<Reading<S, O>> reply = read();
    return reply
        .answer()
        .filter(Reading::isFound)
        .orElseThrow(
            () ->
                new Violation(
                    rule,
                    lab.schema().type(),
                    "reading the object that is there: " + reply.told()));
  }

  /** Asks for another object; what comes of it is taken away at the end. */
  Reply<Result<O>> begin(String key) {
    Reply<Result<O>> reply =
        ask(() -> connector.create(Requests.create(envelope(key), request.spec())));
    reply.answer().flatMap(Result::id).ifPresent(this::taken);
    return reply;
  }

  Reply<Result<O>> create(String key) {
    Reply<Result<O>> reply = settled(connector, Operation.CREATE, key, begin(key));
    reply.answer().flatMap(Result::id).ifPresent(this::taken);
    return reply;
  }

  /** The engine takes away its own. */
  void taken(String other) {
    if (!other.equals(id)) {
      lab.stray(connector, other);
    }
  }

  Reply<Result<O>> update(Reading<S, O> before, Optional<String> version) {
    String key = freshKey();
    return settled(
        connector,
        Operation.UPDATE,
        key,
        ask(
            () ->
                connector.update(
                    Requests.update(
                        envelope(key),
                        before.id().orElseThrow(),
                        request.spec(),
                        before.spec().orElseThrow(),
                        before.outputs().orElseThrow(),
                        Set.of(),
                        version))));
  }

  Reply<Result<O>> delete(Reading<S, O> before) {
    String key = freshKey();
    return settled(
        connector,
        Operation.DELETE,
        key,
        ask(
            () ->
                connector.delete(
                    Requests.delete(
                        envelope(key),
                        before.id().orElseThrow(),
                        before.spec().orElseThrow(),
                        before.outputs().orElseThrow(),
                        Optional.empty()))));
  }

  /** Asks again until it is over. */
  Reply<Result<O>> settled(
      Connector<S, O> by, Operation operation, String key, Reply<Result<O>> first) {
    Reply<Result<O>> reply = first;
    Instant end = lab.pace().now().plus(lab.schema().timeout(operation));
    while (reply.answer().filter(it -> it.state() == Result.State.IN_PROGRESS).isPresent()) {
      Result<O> progress = reply.answer().get();
      if (!(by instanceof Resumable<S, O> resumable) || lab.pace().now().isAfter(end)) {
        return reply;
      }
      lab.pace().pause(progress.delay());
      reply =
          ask(
              () ->
                  resumable.resume(
                      Requests.resume(
                          envelope(key),
                          progress.token().orElseThrow(),
                          operation,
                          request.spec(),
                          operation == Operation.CREATE ? progress.id() : Optional.of(id))));
    }
    return reply;
  }
}
