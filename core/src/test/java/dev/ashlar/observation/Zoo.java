package dev.ashlar.observation;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Lions can be searched and refined; bees can be read ten at a time. All reads take 50 ms. */
final class Zoo implements Provider {
  static final String LION = "zoo::Lion";
  static final String BEE = "zoo::Bee";

  private final TimeSource time;
  private final Map<String, MapValue> animals = new TreeMap<>();
  private final List<String> calls = new ArrayList<>();
  private Optional<Failure> failure = Optional.empty();
  private int inFlight;
  private int mostInFlight;

  Zoo(TimeSource time) {
    this.time = time;
  }

  void put(String id, MapValue properties) {
    animals.put(id, properties);
  }

  /** The next call fails so. */
  void fail(Failure why) {
    failure = Optional.of(why);
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  int mostInFlight() {
    return mostInFlight;
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of("zoo", "1").owning("zoo::");
  }

  @Override
  public Catalog catalog() {
    return Catalog.of(List.of(schema(LION), schema(BEE)));
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of(new Lions(), new Bees());
  }

  private static ResourceSchema schema(String type) {
    return ResourceSchema.builder(type)
        .addProperty(Attribute.of("name", Shape.Primitive.STRING))
        .identity(List.of(ValuePath.of("name")))
        .build();
  }

  private <T> CompletionStage<T> answered(String call, Supplier<T> answer) {
    calls.add(call);
    mostInFlight = Math.max(mostInFlight, ++inFlight);
    CompletableFuture<T> result = new CompletableFuture<>();
    Optional<Failure> fails = failure;
    failure = Optional.empty();
    TimeSource.Timer unused =
        time.schedule(
            Duration.ofMillis(50),
            () -> {
              inFlight--;
              fails.ifPresentOrElse(
                  why -> result.completeExceptionally(why.toException()),
                  () -> result.complete(answer.get()));
            });
    return result;
  }

  private Reading<MapValue, MapValue> reading(String id) {
    MapValue properties = animals.get(id);
    return properties == null ? Reading.absent() : Reading.found(id, properties, MapValue.EMPTY);
  }

  private abstract class Animals implements Connector<MapValue, MapValue> {
    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      return answered("read " + request.id(), () -> reading(request.id()));
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      throw new AssertionError("observing changes nothing");
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      throw new AssertionError("observing changes nothing");
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      throw new AssertionError("observing changes nothing");
    }
  }

  private final class Lions extends Animals
      implements Searchable<MapValue, MapValue>, PlanRefining<MapValue, MapValue> {
    @Override
    public ResourceType<MapValue, MapValue> type() {
      return ResourceType.of(schema(LION));
    }

    @Override
    public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
      return answered(
          "search",
          () ->
              animals.entrySet().stream()
                  .filter(each -> each.getValue().equals(request.where()))
                  .limit(request.limit())
                  .map(each -> reading(each.getKey()))
                  .toList());
    }

    @Override
    public CompletionStage<Refinement> refine(RefineRequest request) {
      return answered(
          "refine",
          () ->
              Refinement.of(
                  request
                      .proposed()
                      .with("name", Value.of(request.proposed().get("name") + " the refined"))));
    }
  }

  private final class Bees extends Animals implements BatchReadable<MapValue, MapValue> {
    @Override
    public ResourceType<MapValue, MapValue> type() {
      return ResourceType.of(schema(BEE));
    }

    @Override
    public int batchLimit() {
      return 10;
    }

    @Override
    public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
        BatchReadRequest<MapValue, MapValue> request) {
      return answered(
          "readAll " + request.reads().size(),
          () -> {
            Map<String, Reading<MapValue, MapValue>> all = new HashMap<>();
            request.reads().stream()
                .map(ReadRequest::id)
                .filter(id -> !id.equals("shy"))
                .forEach(id -> all.put(id, reading(id)));
            return all;
          });
    }
  }
}
