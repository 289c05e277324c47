package dev.ashlar.execution.step;

import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.operation.Bench;
import dev.ashlar.execution.operation.Subject;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.plan.Change;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One change under way.
 *
 * @param site what it is made with
 * @param planned the change as planned
 * @param change the change as resolved
 * @param prior the object that it starts from
 * @param on the connector
 * @param watcher hears what it waits for
 */
record Work(
    Site site,
    Change planned,
    Change change,
    Optional<StateObject> prior,
    OpenConnector<?, ?> on,
    Bench.Watcher watcher) {

  ResourceSchema schema() {
    return on.schema();
  }

  /** An operation of this change on an object. */
  Subject subject(
      Operation operation, ObjectId object, Bytes opaque, Optional<StateObject> intent) {
    return subject(operation, object, opaque, intent, Optional.empty());
  }

  /** The same, of a change in place. */
  Subject subject(
      Operation operation,
      ObjectId object,
      Bytes opaque,
      Optional<StateObject> intent,
      Optional<StateObject> target) {
    return new Subject(
        planned.id(),
        object,
        change.type(),
        change.home(),
        operation,
        opaque,
        intent,
        target,
        schema().timeout(operation),
        schema().visibilityBound(),
        schema().idempotencyHorizon().isPresent());
  }

  /** A wish to make a call. */
  Admission.Ask ask(Operation operation) {
    return site.ask(change.home(), change.type(), operation);
  }

  /** A look at an object after a call of unknown outcome. */
  CompletableFuture<Call<Optional<Observed>>> afterDoubt(
      Envelope envelope, String id, Value.MapValue spec) {
    return site.afterDoubt(
        ask(Operation.READ),
        schema().timeout(Operation.READ),
        left -> site.calls().read(on, envelope.within(left), id, Optional.of(spec)));
  }

  /** A request that changes nothing. */
  Envelope envelope(Bytes opaque, Duration timeout) {
    return new Envelope(change.address(), opaque, timeout, "");
  }

  Diagnostic problem(Code code, String detail) {
    return Site.problem(planned, code, detail);
  }

  /** What the connector is told to have kept: by the object, or by the plan's refinement. */
  Bytes opaque() {
    Bytes kept = prior.map(StateObject::opaque).orElse(Bytes.EMPTY);
    return change.opaque().size() > 0 ? change.opaque() : kept;
  }
}
