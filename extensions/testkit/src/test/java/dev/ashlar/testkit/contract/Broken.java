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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** A connector of the in-memory cloud, to be broken at one place: it does what that one does. */
class Broken
    implements Resumable<MapValue, MapValue>,
        Findable<MapValue, MapValue>,
        BatchReadable<MapValue, MapValue>,
        Searchable<MapValue, MapValue> {
  final Connector<MapValue, MapValue> sound;

  Broken(Connector<MapValue, MapValue> sound) {
    this.sound = sound;
  }

  /** Makes the broken connector of a sound one. */
  interface Break {
    Broken of(Connector<MapValue, MapValue> sound);
  }

  /** A cloud whose connectors are broken so, with a schema that is changed so. */
  static Provider provider(
      Provider cloud, String type, UnaryOperator<ResourceSchema> schema, Break how) {
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
  private static Broken broken(ProviderSession session, ResourceSchema schema, Break how) {
    Connector<MapValue, MapValue> sound =
        (Connector<MapValue, MapValue>) session.connector(schema.type()).orElseThrow();
    Broken broken = how.of(sound);
    broken.type = ResourceType.of(schema);
    return broken;
  }

  private ResourceType<MapValue, MapValue> type =
      ResourceType.of(ResourceSchema.builder("").build());

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return type;
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    return sound.create(request);
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    return sound.read(request);
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    return sound.update(request);
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    return sound.delete(request);
  }

  @Override
  public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
    return ((Resumable<MapValue, MapValue>) sound).resume(request);
  }

  @Override
  public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
    return ((Findable<MapValue, MapValue>) sound).find(request);
  }

  @Override
  public int batchLimit() {
    return ((BatchReadable<MapValue, MapValue>) sound).batchLimit();
  }

  @Override
  public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
      BatchReadRequest<MapValue, MapValue> request) {
    return ((BatchReadable<MapValue, MapValue>) sound).readAll(request);
  }

  @Override
  public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
    return ((Searchable<MapValue, MapValue>) sound).search(request);
  }
}
