package dev.ashlar.memory.simulation;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Creation;
import dev.ashlar.memory.cloud.Modification;
import dev.ashlar.memory.cloud.Moment;
import dev.ashlar.memory.cloud.Progress;
import dev.ashlar.memory.cloud.Removal;
import dev.ashlar.memory.cloud.Reply;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A connector of the simulated cloud, for one type in one place. */
final class SimulatedConnector
    implements Resumable<MapValue, MapValue>,
        Findable<MapValue, MapValue>,
        Searchable<MapValue, MapValue>,
        BatchReadable<MapValue, MapValue> {
  private static final int BATCH = 100;

  private final SimulatedType type;
  private final String place;
  private final FrontDesk desk;

  SimulatedConnector(SimulatedType type, String place, FrontDesk desk) {
    this.type = type;
    this.place = place;
    this.desk = desk;
  }

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return ResourceType.of(type.schema());
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    Creation creation = new Creation(type, place, request.spec(), request.idempotencyKey());
    return desk.request(Operation.CREATE, typeName(), request.idempotencyKey(), creation::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    Modification modification =
        new Modification(
            type, name(request.id()), request.spec(), request.version(), request.idempotencyKey());
    return desk.request(Operation.UPDATE, typeName(), request.id(), modification::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    Removal removal = new Removal(type, name(request.id()), request.version());
    return desk.request(Operation.DELETE, typeName(), request.id(), removal::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
    Progress progress = new Progress(type, place, request.token());
    return desk.request(
            Operation.READ, typeName(), request.id().orElse(request.token()), progress::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    return desk.question(
        Operation.READ,
        typeName(),
        request.id(),
        (state, moment) -> read(state, moment, request.id()));
  }

  @Override
  public int batchLimit() {
    return BATCH;
  }

  @Override
  public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
      BatchReadRequest<MapValue, MapValue> request) {
    return desk.question(
        Operation.LIST,
        typeName(),
        "",
        (state, moment) -> {
          Map<String, Reading<MapValue, MapValue>> readings = new LinkedHashMap<>();
          for (ReadRequest<MapValue, MapValue> each : request.reads()) {
            readings.put(each.id(), read(state, moment, each.id()));
          }
          return readings;
        });
  }

  @Override
  public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
    return desk.question(
        Operation.LIST,
        typeName(),
        request.idempotencyKey(),
        (state, moment) ->
            finding(
                new Lookout(type, place)
                    .find(
                        state,
                        moment,
                        request.idempotencyKey(),
                        request.ownershipMark(),
                        request.spec())));
  }

  @Override
  public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
    return desk.question(
        Operation.LIST,
        typeName(),
        "",
        (state, moment) ->
            new Lookout(type, place)
                .search(state, moment, request.where(), request.limit()).stream()
                    .map(this::reading)
                    .toList());
  }

  private Finding<MapValue, MapValue> finding(List<StoredObject> objects) {
    return objects.isEmpty()
        ? Finding.absent()
        : Finding.found(objects.stream().map(this::reading).toList());
  }

  private Reading<MapValue, MapValue> read(CloudState state, Moment moment, String id) {
    Optional<StoredObject> object =
        state.object(name(id)).flatMap(stored -> stored.at(moment.now()));
    return object.map(this::reading).orElseGet(Reading::absent);
  }

  private Reading<MapValue, MapValue> reading(StoredObject object) {
    return Reading.found(
        object.name().id(),
        Withholding.of(type.schema(), object.properties()),
        object.outputs(),
        object.version());
  }

  private static Result<MapValue> result(Reply reply) {
    if (reply instanceof Reply.Done done) {
      return Result.done(done.id(), done.outputs());
    }
    if (reply instanceof Reply.Accepted accepted) {
      return Result.inProgress(accepted.token(), accepted.delay(), accepted.id());
    }
    if (reply instanceof Reply.Refused refused) {
      throw refused.why().toException();
    }
    return Result.deleted();
  }

  private StoredObject.Name name(String id) {
    return new StoredObject.Name(place, typeName(), id);
  }

  private String typeName() {
    return type.schema().type();
  }
}
