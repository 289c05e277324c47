package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.model.Identifier;
import dev.ashlar.aws.model.Portrait;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.cloudcontrol.CloudControlAsyncClient;

/**
 * Any type that Cloud Control serves. Every change is a request with a token, which is asked after
 * until it has ended; only then the object is read.
 */
public class CloudControlConnector
    implements Resumable<MapValue, MapValue>, Searchable<MapValue, MapValue> {
  private final ResourceSchema schema;
  private final Door door;
  private final Portrait portrait;
  private final Progress progress;

  CloudControlConnector(ResourceSchema schema, CloudControlAsyncClient client, Clock clock) {
    this.schema = schema;
    this.door = new Door(client, schema.type());
    this.portrait = new Portrait(schema);
    this.progress = new Progress(door, portrait, clock);
  }

  /** The connector of a type; it finds again what it made where the type lets it. */
  public static CloudControlConnector of(
      ResourceSchema schema, CloudControlAsyncClient client, Clock clock) {
    return schema.identity().isEmpty() && schema.ownershipMark().isEmpty()
        ? new CloudControlConnector(schema, client, clock)
        : new FindingConnector(schema, client, clock);
  }

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return ResourceType.of(schema);
  }

  ResourceSchema schema() {
    return schema;
  }

  Door door() {
    return door;
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    return door.create(request.spec(), request.idempotencyKey())
        .thenApply(event -> progress.begun(event, 1));
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    return read(request.id(), request.spec().orElse(MapValue.EMPTY));
  }

  /**
   * Looks at an object.
   *
   * @param set what was set last, as far as it is known
   */
  CompletableFuture<Reading<MapValue, MapValue>> read(String id, MapValue set) {
    return door.get(id)
        .thenApply(
            model ->
                model
                    .map(
                        told ->
                            Reading.found(
                                id, portrait.properties(told, set), portrait.outputs(told)))
                    .orElseGet(Reading::absent));
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    Value.ListValue patch =
        PatchDocument.of(schema, request.spec(), request.prior(), request.changed());
    if (patch.items().isEmpty()) {
      return progress.unchanged(request.id());
    }
    return door.update(request.id(), patch, request.spec(), request.idempotencyKey())
        .thenApply(event -> progress.begun(event, 1));
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    return door.delete(request.id(), request.idempotencyKey())
        .thenApply(event -> progress.begun(event, 1))
        .exceptionallyCompose(Absence::asDeleted);
  }

  @Override
  public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
    return progress.look(request);
  }

  @Override
  public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
    Lookout lookout = new Lookout(this, request.where(), request.limit());
    Optional<String> id = Identifier.of(schema, request.where());
    return id.isPresent() ? lookout.at(id.get()) : lookout.everywhere();
  }

  static CompletableFuture<Result<MapValue>> failed(Failure failure) {
    return CompletableFuture.failedFuture(failure.toException());
  }
}
