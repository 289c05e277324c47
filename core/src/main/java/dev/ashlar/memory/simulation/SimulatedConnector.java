package dev.ashlar.memory.simulation;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.memory.cloud.Creation;
import dev.ashlar.memory.cloud.Modification;
import dev.ashlar.memory.cloud.Progress;
import dev.ashlar.memory.cloud.Removal;
import dev.ashlar.memory.cloud.Reply;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A connector of the simulated cloud, for one type in one place. */
class SimulatedConnector
    implements Resumable<MapValue, MapValue>,
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
    return desk.request(
            errand(Operation.CREATE, request, request.idempotencyKey()), creation::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    Modification modification =
        new Modification(
            type, name(request.id()), request.spec(), request.version(), request.idempotencyKey());
    return desk.request(errand(Operation.UPDATE, request, request.id()), modification::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    Removal removal = new Removal(type, name(request.id()), request.version());
    return desk.request(errand(Operation.DELETE, request, request.id()), removal::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
    Progress progress = new Progress(type, place, request.token());
    return desk.request(
            errand(Operation.READ, request, request.id().orElse(request.token())), progress::decide)
        .thenApply(SimulatedConnector::result);
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    return desk.question(
        errand(Operation.READ, Optional.of(request.address()), request.id()),
        view -> read(view, request.id()));
  }

  @Override
  public int batchLimit() {
    return BATCH;
  }

  @Override
  public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
      BatchReadRequest<MapValue, MapValue> request) {
    return desk.question(
        errand(Operation.LIST, Optional.empty(), ""),
        view -> {
          Map<String, Reading<MapValue, MapValue>> readings = new LinkedHashMap<>();
          for (ReadRequest<MapValue, MapValue> each : request.reads()) {
            readings.put(each.id(), read(view, each.id()));
          }
          return readings;
        });
  }

  @Override
  public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
    return desk.question(
        errand(Operation.LIST, Optional.of(request.address()), ""),
        view ->
            new Lookout(type, place)
                    .search(view.list(typeName()), view.moment(), request.where(), request.limit())
                    .stream()
                    .map(this::reading)
                    .toList());
  }

  Errand errand(Operation operation, Mutation request, String subject) {
    return new Errand(
        operation, type, place, Optional.of(request.address()), subject, request.idempotencyKey());
  }

  private Errand errand(Operation operation, Optional<Address> address, String subject) {
    return new Errand(operation, type, place, address, subject, "");
  }

  private Reading<MapValue, MapValue> read(View view, String id) {
    return view.object(name(id)).map(this::reading).orElseGet(Reading::absent);
  }

  Reading<MapValue, MapValue> reading(StoredObject object) {
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

  String typeName() {
    return type.schema().type();
  }
}
