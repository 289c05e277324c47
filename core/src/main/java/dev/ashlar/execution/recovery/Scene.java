package dev.ashlar.execution.recovery;

import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.execution.operation.Bench;
import dev.ashlar.execution.operation.Caller;
import dev.ashlar.execution.operation.Mutation;
import dev.ashlar.execution.operation.Settled;
import dev.ashlar.execution.operation.Subject;
import dev.ashlar.execution.step.Site;
import dev.ashlar.execution.step.Withholding;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.plan.Change;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where one unfinished operation is ended.
 *
 * @param site what is shared by all of them
 * @param unfinished the operation
 * @param change the change that it belongs to
 * @param on the connector
 * @param watcher hears what is waited for
 */
record Scene(
    Site site,
    Unfinished unfinished,
    Change change,
    OpenConnector<?, ?> on,
    Bench.Watcher watcher) {

  ResourceSchema schema() {
    return on.schema();
  }

  StateObject object() {
    return unfinished.object();
  }

  /** Goes on with the operation, as far as the cloud can tell what became of it. */
  CompletableFuture<Settled> goOn(Caller caller) {
    return Mutation.after(unfinished.interruption(), site.bench(), subject(), caller, watcher)
        .goOn();
  }

  private Subject subject() {
    return new Subject(
        unfinished.change(),
        object().id(),
        object().type(),
        object().home(),
        unfinished.operation(),
        object().opaque(),
        Optional.empty(),
        Optional.empty(),
        schema().timeout(unfinished.operation()),
        schema().visibilityBound(),
        mayBeCalledAgain());
  }

  /**
   * Whether the same call under the same key is safe: the cloud still knows the key, and all that
   * was sent is still known.
   */
  private boolean mayBeCalledAgain() {
    Instant now = site.bench().delays().time().now();
    boolean known =
        schema()
            .idempotencyHorizon()
            .filter(horizon -> now.isBefore(unfinished.pending().began().at().plus(horizon)))
            .isPresent();
    return known && unfinished.operation() == Operation.CREATE && object().fingerprints().isEmpty();
  }

  /** A look at the object under a name; again while it fails in passing. */
  CompletableFuture<Call<Optional<Observed>>> read(String id, Envelope envelope) {
    return site.patiently(
        ask(Operation.READ),
        schema().timeout(Operation.READ),
        left ->
            site.calls()
                .read(
                    on,
                    new Envelope(envelope.address(), envelope.opaque(), left, ""),
                    id,
                    Optional.of(object().values().effective())));
  }

  /** A wish to make a call. */
  Admission.Ask ask(Operation operation) {
    return site.ask(object().home(), object().type(), operation);
  }

  /** A request that changes nothing. */
  Envelope envelope() {
    Duration timeout = schema().timeout(Operation.READ);
    return new Envelope(object().id().address(), object().opaque(), timeout, "");
  }

  /** The object as it was seen, on the inputs that are in force. */
  StateObject seen(Observed observed, StateObject.Status status) {
    StateObject inputs =
        unfinished
            .target()
            .map(target -> InForce.of(schema(), object(), target, observed.properties()))
            .orElse(object());
    Value.MapValue properties =
        Withholding.of(schema(), observed.properties(), site.fingerprint()).values();
    StateObject.Values values =
        new StateObject.Values(
            inputs.values().declared(),
            inputs.values().effective(),
            properties,
            observed.outputs());
    return inputs.withIdentity(Optional.of(observed.id())).withStatus(status).withValues(values);
  }
}
