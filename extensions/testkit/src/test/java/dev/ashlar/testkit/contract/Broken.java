package dev.ashlar.testkit.contract;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Value.MapValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A connector of the in-memory cloud, to be broken at one place: it does what that one does, but
 * for the calls that are put in the place of its own.
 */
final class Broken
    implements Resumable<MapValue, MapValue>,
        Findable<MapValue, MapValue>,
        BatchReadable<MapValue, MapValue>,
        Searchable<MapValue, MapValue> {
  /**
   * A call.
   *
   * @param <Q> what it is asked
   * @param <A> what it answers
   */
  interface Call<Q, A> extends Function<Q, CompletionStage<A>> {}

  private final ResourceType<MapValue, MapValue> type;
  private final Connector<MapValue, MapValue> sound;
  Call<CreateRequest<MapValue>, Result<MapValue>> creating;
  Call<ReadRequest<MapValue, MapValue>, Reading<MapValue, MapValue>> reading;
  Call<UpdateRequest<MapValue, MapValue>, Result<MapValue>> updating;
  Call<DeleteRequest<MapValue, MapValue>, Result<MapValue>> deleting;
  Call<ResumeRequest<MapValue>, Result<MapValue>> resuming;
  Call<FindRequest<MapValue>, Finding<MapValue, MapValue>> finding;
  Call<BatchReadRequest<MapValue, MapValue>, Map<String, Reading<MapValue, MapValue>>> readingAll;
  Call<SearchRequest, List<Reading<MapValue, MapValue>>> searching;

  private Broken(ResourceSchema schema, Connector<MapValue, MapValue> sound) {
    this.type = ResourceType.of(schema);
    this.sound = sound;
    this.creating = sound::create;
    this.reading = sound::read;
    this.updating = sound::update;
    this.deleting = sound::delete;
    this.resuming = request -> ((Resumable<MapValue, MapValue>) sound).resume(request);
    this.finding = request -> ((Findable<MapValue, MapValue>) sound).find(request);
    this.readingAll = request -> ((BatchReadable<MapValue, MapValue>) sound).readAll(request);
    this.searching = request -> ((Searchable<MapValue, MapValue>) sound).search(request);
  }

  /** Every read sees this instead. */
  void seeing(UnaryOperator<Reading<MapValue, MapValue>> instead) {
    var one = reading;
    reading = request -> one.apply(request).thenApply(instead);
    seeingInBatches(instead);
  }

  /** Every read of many sees this instead. */
  void seeingInBatches(UnaryOperator<Reading<MapValue, MapValue>> instead) {
    var many = readingAll;
    readingAll =
        request ->
            many.apply(request)
                .thenApply(
                    all -> {
                      Map<String, Reading<MapValue, MapValue>> seen = new LinkedHashMap<>();
                      all.forEach((id, there) -> seen.put(id, instead.apply(there)));
                      return seen;
                    });
  }

  /** A cloud whose connectors are broken so, with a schema that is changed so. */
  static Provider provider(
      Provider cloud, String type, UnaryOperator<ResourceSchema> schema, Consumer<Broken> how) {
    ResourceSchema changed = schema.apply(cloud.catalog().schema(type).orElseThrow());
    return new Provider() {
      @Override
      public Descriptor descriptor() {
        return cloud.descriptor();
      }

      @Override
      public Catalog catalog() {
        return Catalog.of(List.of(changed)).orElse(cloud.catalog());
      }

      @Override
      public ProviderSession open(OpenRequest request) {
        ProviderSession session = cloud.open(request);
        Map<String, Connector<?, ?>> made = new HashMap<>();
        return new ProviderSession() {
          @Override
          public Optional<Connector<?, ?>> connector(String name) {
            return name.equals(type)
                ? Optional.of(made.computeIfAbsent(name, it -> broken(session, changed, how)))
                : session.connector(name);
          }

          @Override
          public Failure classify(Throwable thrown) {
            return session.classify(thrown);
          }

          @Override
          public void close() {
            session.close();
          }
        };
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static Broken broken(
      ProviderSession session, ResourceSchema schema, Consumer<Broken> how) {
    Broken broken =
        new Broken(
            schema, (Connector<MapValue, MapValue>) session.connector(schema.type()).orElseThrow());
    how.accept(broken);
    return broken;
  }

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return type;
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    return creating.apply(request);
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    return reading.apply(request);
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    return updating.apply(request);
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    return deleting.apply(request);
  }

  @Override
  public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
    return resuming.apply(request);
  }

  @Override
  public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
    return finding.apply(request);
  }

  @Override
  public int batchLimit() {
    return ((BatchReadable<MapValue, MapValue>) sound).batchLimit();
  }

  @Override
  public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
      BatchReadRequest<MapValue, MapValue> request) {
    return readingAll.apply(request);
  }

  @Override
  public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
    return searching.apply(request);
  }
}
