package dev.ashlar.execution.step;

import dev.ashlar.plan.Change;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.state.StateObject.Values;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An object as it is recorded after a change.
 *
 * @param change the change, resolved
 * @param declared as declared, without write-only values
 * @param effective as applied, without write-only values
 * @param fingerprints of write-only values
 * @param adopted whether the object was taken over
 */
record Portrait(
    Change change,
    Value.MapValue declared,
    Value.MapValue effective,
    SortedMap<ValuePath, String> fingerprints,
    boolean adopted) {

  /** Of the values that a change applies; fingerprints of values that were not supplied stay. */
  static Portrait of(
      Change change,
      ResourceSchema schema,
      Optional<StateObject> prior,
      Function<Value, String> fingerprint) {
    Withholding.Withheld effective = Withholding.of(schema, change.planned(), fingerprint);
    SortedMap<ValuePath, String> fingerprints = new TreeMap<>();
    prior.ifPresent(
        object ->
            object
                .fingerprints()
                .forEach(
                    (path, known) -> {
                      if (!path.in(effective.values()).isKnown()) {
                        fingerprints.put(path, known);
                      }
                    }));
    fingerprints.putAll(effective.fingerprints());
    // What is applied is mostly what is declared: then it is recorded once.
    boolean asDeclared = change.declared().equals(change.planned());
    return new Portrait(
        change,
        asDeclared
            ? effective.values()
            : Withholding.of(schema, change.declared(), fingerprint).values(),
        effective.values(),
        fingerprints,
        prior
            .filter(object -> object.id().equals(change.object()) && object.adopted())
            .isPresent());
  }

  /** The object as applied. */
  StateObject applied(
      Status status, Optional<String> identity, Value.MapValue outputs, Bytes opaque) {
    return object(status, identity, new Values(declared, effective, effective, outputs), opaque);
  }

  StateObject object(Status status, Optional<String> identity, Values values, Bytes opaque) {
    return new StateObject(
        change.object(),
        false,
        change.type(),
        change.home(),
        change.schema(),
        status,
        identity,
        values,
        fingerprints,
        opaque,
        change.dependencies(),
        change.lifecycle(),
        change.canvas(),
        adopted);
  }
}
