package dev.ashlar.observation;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.observation.retry.PatientRead;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What all kinds of questions are answered with.
 *
 * @param sessions connectors
 * @param calls calls them
 * @param lanes bounds the calls under way
 * @param patience waits, and makes calls again
 * @param silence endpoints that do not answer
 * @param repeated hears of each look that is made again
 */
record Desk(
    Sessions sessions,
    ConnectorCalls calls,
    Lanes lanes,
    Patience patience,
    Silence silence,
    Consumer<Repeated> repeated) {

  /** The connector that serves a home, or why there is none. */
  Checked<OpenConnector<?, ?>> connector(
      StateObject.Home home, Value.MapValue configuration, String type) {
    if (!configuration.isKnown()) {
      return Checked.refused(
          List.of(
              Diagnostic.of(
                  ObservationProblems.UNKNOWN_CONFIGURATION,
                  "The configuration \""
                      + home.configuration()
                      + "\" holds values that are only known after apply.")));
    }
    return sessions.connector(home.provider(), configuration, type);
  }

  /** A look that is made again when it failed in passing. */
  <T> CompletableFuture<Call<T>> patiently(
      Endpoint endpoint,
      Address address,
      Bytes opaque,
      Admission.Ask ask,
      Duration limit,
      Function<Envelope, CompletableFuture<Call<T>>> look) {
    AtomicInteger tries = new AtomicInteger(1);
    return lanes.run(
        () ->
            new PatientRead<T>(
                    patience,
                    ask,
                    limit,
                    left -> look.apply(new Envelope(address, opaque, left, "")),
                    failure -> again(endpoint, address, tries.incrementAndGet(), failure))
                .start()
                .thenApply(call -> answered(endpoint, call)));
  }

  private boolean again(Endpoint endpoint, Address address, int attempt, Failure failure) {
    Instant now = patience.delays().time().now();
    boolean worthwhile = silence.isWorthwhile(endpoint, failure, now);
    if (worthwhile) {
      repeated.accept(new Repeated(now, address, endpoint, attempt, failure));
    }
    return worthwhile;
  }

  private <T> Call<T> answered(Endpoint endpoint, Call<T> call) {
    if (call.failure().isEmpty()) {
      silence.broken(endpoint);
    }
    return call;
  }

  /** A wish to make a call. */
  Admission.Ask ask(StateObject.Home home, OpenConnector<?, ?> on, Operation operation) {
    return patience.ask(home, on.schema().type(), operation);
  }

  /** How long a look may take. */
  static Duration limit(OpenConnector<?, ?> on, Operation operation) {
    return on.schema().timeout(operation);
  }

  /** An object as the planner sees it. */
  static Answer.Seen seen(Observed observed) {
    return new Answer.Seen(observed.id(), observed.properties(), observed.outputs());
  }

  /** Why there is no answer. */
  static Answer unanswered(Address address, List<Diagnostic> diagnostics) {
    return new Answer.Unanswered(diagnostics.stream().map(each -> on(address, each)).toList());
  }

  private static Diagnostic on(Address address, Diagnostic diagnostic) {
    return diagnostic.address().isPresent() ? diagnostic : diagnostic.on(address);
  }

  /** Why there is no answer: a call failed. */
  static Answer failed(Endpoint endpoint, Address address, Call<?> call) {
    Failure failure = call.failure().orElseGet(() -> Failure.temporary("there was no answer"));
    List<Diagnostic> all = new ArrayList<>();
    all.add(
        Diagnostic.of(
            ObservationProblems.CANNOT_LOOK,
            "\""
                + address
                + "\" cannot be looked at through the provider configuration "
                + endpoint
                + ": "
                + failure.detail()
                + failure
                    .permission()
                    .map(permission -> " (the permission " + permission + " is missing)")
                    .orElse("")
                + "."));
    all.addAll(call.diagnostics());
    return unanswered(address, all);
  }
}
