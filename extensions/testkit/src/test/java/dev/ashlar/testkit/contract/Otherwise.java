package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Requests, answers and schemas as they are, but for one thing. */
final class Otherwise {
  private Otherwise() {}

  /** The schema with another attribute of this name. */
  static ResourceSchema with(
      ResourceSchema schema, String name, UnaryOperator<Attribute.Builder> change) {
    ResourceSchema.Builder builder =
        ResourceSchema.builder(schema.type()).identity(schema.identity());
    schema
        .properties()
        .values()
        .forEach(it -> builder.addProperty(it.name().equals(name) ? it.with(change) : it));
    schema.outputs().values().forEach(builder::addOutput);
    schema.definitions().values().forEach(builder::addDefinition);
    schema.ownershipMark().ifPresent(builder::ownershipMark);
    schema.idempotencyHorizon().ifPresent(builder::idempotencyHorizon);
    return builder.build();
  }

  /** An object that was found, with another property. */
  static UnaryOperator<Reading<MapValue, MapValue>> seen(String name, Value value) {
    return reading ->
        reading.isFound()
            ? Reading.found(
                reading.id().orElseThrow(),
                reading.spec().orElseThrow().with(name, value),
                reading.outputs().orElseThrow(),
                reading.version().orElseThrow())
            : reading;
  }

  /** A request of its own, under the end of this key. */
  static Requests.Envelope envelope(String key) {
    return new Requests.Envelope(
        Address.of("it"),
        Bytes.EMPTY,
        Duration.ofMinutes(5),
        key.length() > 64 ? key.substring(key.length() - 64) : key);
  }

  /** The update to another spec, guarded by no version. */
  static Connector.UpdateRequest<MapValue, MapValue> updating(
      Connector.UpdateRequest<MapValue, MapValue> request, MapValue spec) {
    return Requests.update(
        envelope(request.idempotencyKey()),
        request.id(),
        spec,
        request.prior(),
        request.outputs(),
        request.changed(),
        Optional.empty());
  }

  /** The deletion of what is to be updated. */
  static Connector.DeleteRequest<MapValue, MapValue> deleting(
      Connector.UpdateRequest<MapValue, MapValue> request) {
    return Requests.delete(
        envelope("d" + request.idempotencyKey()),
        request.id(),
        request.prior(),
        request.outputs(),
        Optional.empty());
  }

  /** A read that knows the identifier only. */
  static Connector.ReadRequest<MapValue, MapValue> reading(String id) {
    return Requests.read(envelope(""), id, Optional.empty());
  }
}
