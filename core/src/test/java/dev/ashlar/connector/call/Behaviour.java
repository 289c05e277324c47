package dev.ashlar.connector.call;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** A connector that does to every call what a test wants. */
class Behaviour implements Connector<MapValue, MapValue> {
  static final ResourceSchema SCHEMA =
      ResourceSchema.builder("acme::Queue")
          .addProperty(Attribute.of("Name", Shape.Primitive.STRING))
          .addProperty(
              Attribute.builder("Password", Shape.Primitive.STRING).sensitive().writeOnly().build())
          .addOutput(Attribute.builder("Depth", Shape.Primitive.INTEGER).required().build())
          .addOutput(Attribute.builder("Token", Shape.Primitive.STRING).sensitive().build())
          .build();
  static final MapValue SPEC = Value.map(Map.of("Name", Value.of("jobs")));
  static final MapValue OUTPUTS = Value.map(Map.of("Depth", Value.of(3)));
  static final Prior PRIOR = new Prior("q-1", SPEC, OUTPUTS, Optional.empty());
  static final Requests.Envelope ENVELOPE =
      new Requests.Envelope(Address.of("jobs"), Bytes.EMPTY, Duration.ofSeconds(30), "key-1");

  private final Supplier<CompletionStage<Result<MapValue>>> mutation;
  private final Supplier<CompletionStage<Reading<MapValue, MapValue>>> reading;

  Behaviour(
      Supplier<CompletionStage<Result<MapValue>>> mutation,
      Supplier<CompletionStage<Reading<MapValue, MapValue>>> reading) {
    this.mutation = mutation;
    this.reading = reading;
  }

  static OpenConnector<MapValue, MapValue> mutating(
      Supplier<CompletionStage<Result<MapValue>>> mutation) {
    return open(
        new Behaviour(
            mutation,
            () -> {
              throw new UnsupportedOperationException();
            }));
  }

  static OpenConnector<MapValue, MapValue> reading(
      Supplier<CompletionStage<Reading<MapValue, MapValue>>> reading) {
    return open(
        new Behaviour(
            () -> {
              throw new UnsupportedOperationException();
            },
            reading));
  }

  static OpenConnector<MapValue, MapValue> open(Connector<MapValue, MapValue> connector) {
    return open(connector, Failure::inDoubt);
  }

  static OpenConnector<MapValue, MapValue> open(
      Connector<MapValue, MapValue> connector, Function<Throwable, Failure> meaning) {
    return new OpenConnector<>(
        "acme",
        ProviderSession.of(connector).classifying(meaning),
        connector,
        ResourceType.of(SCHEMA));
  }

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return ResourceType.of(SCHEMA);
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    return mutation.get();
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    return reading.get();
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    return mutation.get();
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    return mutation.get();
  }
}
