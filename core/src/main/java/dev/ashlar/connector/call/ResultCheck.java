package dev.ashlar.connector.call;

import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the result of a mutation against the contract.
 *
 * @param on the connector
 * @param operation what was asked for: create, update or delete
 */
record ResultCheck<S, O>(OpenConnector<S, O> on, Operation operation) {

  /**
   * The result as values.
   *
   * @throws Breach if it is none
   */
  Answer checked(@Nullable Result<O> result) {
    if (result == null) {
      throw new Breach("answered null");
    }
    Optional<String> id = result.id();
    if (id.isPresent() && id.get().isEmpty()) {
      throw new Breach("gave an empty identifier");
    }
    return switch (result.state()) {
      case DONE -> done(result);
      case IN_PROGRESS -> inProgress(result);
      case DELETED -> deleted(result);
    };
  }

  private Answer done(Result<O> result) {
    if (operation == Operation.DELETE) {
      throw new Breach("answered a delete with done, not with deleted", result.id());
    }
    Value.MapValue outputs;
    try {
      outputs = outputs(result);
    } catch (Breach breach) {
      throw new Breach(breach.how(), result.id());
    }
    return new Answer(
        result.state(), result.id(), outputs, Optional.empty(), Duration.ZERO, result.opaque());
  }

  private Value.MapValue outputs(Result<O> result) {
    O outputs = result.outputs().orElseThrow(() -> new Breach("gave no outputs"));
    return new SchemaCheck(on.schema())
        .complete(on.schema().outputs(), Encoding.of(on.type().outputs(), outputs, "outputs"));
  }

  private Answer inProgress(Result<O> result) {
    if (!(on.connector() instanceof Resumable)) {
      throw new Breach("answered in progress, and cannot be asked again", result.id());
    }
    Duration delay = result.delay();
    if (delay == null || delay.isNegative()) {
      throw new Breach("answered in progress with a delay that cannot be waited", result.id());
    }
    return new Answer(
        result.state(), result.id(), Value.MapValue.EMPTY, result.token(), delay, result.opaque());
  }

  private Answer deleted(Result<O> result) {
    if (operation != Operation.DELETE) {
      throw new Breach("answered deleted to what was no delete");
    }
    return new Answer(
        result.state(),
        Optional.empty(),
        Value.MapValue.EMPTY,
        Optional.empty(),
        Duration.ZERO,
        result.opaque());
  }
}
