package dev.ashlar.memory.remote;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Passes every request for one type on to another process. */
class RemoteConnector
    implements Resumable<MapValue, MapValue>,
        Searchable<MapValue, MapValue>,
        BatchReadable<MapValue, MapValue> {
  /** As many as the simulated cloud itself takes. */
  private static final int BATCH = 100;

  private final ResourceSchema schema;
  private final MapValue configuration;
  private final Courier courier;

  RemoteConnector(ResourceSchema schema, MapValue configuration, Courier courier) {
    this.schema = schema;
    this.configuration = configuration;
    this.courier = courier;
  }

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return ResourceType.of(schema);
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    return result(request, keyed("create", request).with("spec", request.spec()));
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    List<Value.TextValue> changed =
        request.changed().stream().map(ValuePath::toPointer).sorted().map(Value::of).toList();
    return result(
        request,
        guarded(keyed("update", request), request.version())
            .with("id", Value.of(request.id()))
            .with("spec", request.spec())
            .with("prior", request.prior())
            .with("outputs", request.outputs())
            .with("changed", Value.list(changed)));
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    return result(
        request,
        guarded(keyed("delete", request), request.version())
            .with("id", Value.of(request.id()))
            .with("prior", request.prior())
            .with("outputs", request.outputs()));
  }

  @Override
  public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
    MapValue message =
        keyed("resume", request)
            .with("token", Value.of(request.token()))
            .with("of", Value.of(request.operation().name()))
            .with("spec", request.spec());
    return result(
        request,
        request.id().isPresent() ? message.with("id", Value.of(request.id().get())) : message);
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    return ask(request.timeout(), addressed("read", request).with("id", Value.of(request.id())))
        .thenApply(AnswerForm::reading);
  }

  @Override
  public int batchLimit() {
    return BATCH;
  }

  @Override
  public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
      BatchReadRequest<MapValue, MapValue> request) {
    List<MapValue> reads =
        request.reads().stream()
            .map(
                each ->
                    MapValue.EMPTY
                        .with("address", Value.of(each.address().toString()))
                        .with("id", Value.of(each.id())))
            .toList();
    Duration timeout =
        request.reads().stream()
            .map(ReadRequest::timeout)
            .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) < 0 ? other : one);
    return ask(timeout, message("read-all").with("reads", Value.list(reads)))
        .thenApply(AnswerForm::readingsById);
  }

  @Override
  public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
    return ask(
            request.timeout(),
            addressed("search", request)
                .with("where", request.where())
                .with("limit", Value.of(request.limit())))
        .thenApply(AnswerForm::readings);
  }

  private CompletableFuture<Result<MapValue>> result(Request request, MapValue message) {
    return ask(request.timeout(), message).thenApply(AnswerForm::result);
  }

  CompletableFuture<Message> ask(Duration timeout, MapValue message) {
    return courier.ask(message, timeout);
  }

  private MapValue message(String operation) {
    return MapValue.EMPTY
        .with("operation", Value.of(operation))
        .with("type", Value.of(schema.type()))
        .with("schema", Value.of(schema.digest()))
        .with("configuration", configuration);
  }

  private MapValue addressed(String operation, Request request) {
    return message(operation)
        .with("address", Value.of(request.address().toString()))
        .with("timeout", Value.of(request.timeout().toString()));
  }

  MapValue keyed(String operation, Mutation request) {
    return addressed(operation, request).with("key", Value.of(request.idempotencyKey()));
  }

  private static MapValue guarded(MapValue message, Optional<String> version) {
    return version.isPresent() ? message.with("version", Value.of(version.get())) : message;
  }
}
