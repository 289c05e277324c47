package dev.ashlar.connector.call;

import dev.ashlar.connector.Reading;
import dev.ashlar.connector.session.OpenConnector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a read saw against the contract.
 *
 * @param on the connector
 */
record ReadingCheck<S, O>(OpenConnector<S, O> on) {

  /**
   * The object as values; empty where there is none.
   *
   * @throws Breach if the reading is none
   */
  Optional<Observed> checked(@Nullable Reading<S, O> reading) {
    if (reading == null) {
      throw new Breach("answered null");
    }
    if (!reading.isFound()) {
      return Optional.empty();
    }
    String id = reading.id().orElseThrow();
    if (id.isEmpty()) {
      throw new Breach("gave an empty identifier");
    }
    SchemaCheck schema = new SchemaCheck(on.schema());
    S spec = reading.spec().orElseThrow(() -> new Breach("gave no properties"));
    O outputs = reading.outputs().orElseThrow(() -> new Breach("gave no outputs"));
    return Optional.of(
        new Observed(
            id,
            schema.checked(
                on.schema().properties(), Encoding.of(on.type().spec(), spec, "properties")),
            schema.checked(
                on.schema().outputs(), Encoding.of(on.type().outputs(), outputs, "outputs")),
            reading.version()));
  }

  /** Objects that must all be there. */
  List<Observed> all(@Nullable List<Reading<S, O>> readings) {
    if (readings == null) {
      throw new Breach("answered null");
    }
    List<Observed> all = new ArrayList<>();
    for (Reading<S, O> reading : readings) {
      all.add(checked(reading).orElseThrow(() -> new Breach("found an absent object")));
    }
    return all;
  }
}
