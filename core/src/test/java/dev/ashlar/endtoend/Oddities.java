package dev.ashlar.endtoend;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * A provider of one type whose connector does as it should, unless a test says otherwise for an
 * operation on an object: {@code create bad}.
 */
final class Oddities implements Provider, Connector<MapValue, MapValue> {
  static final ResourceSchema SCHEMA =
      ResourceSchema.builder("odd::Thing")
          .addProperty(Attribute.builder("Name", Primitive.STRING).required().immutable().build())
          .addProperty(Attribute.of("Text", Primitive.STRING))
          .addOutput(Attribute.builder("Arn", Primitive.STRING).required().build())
          .build();
  private static final ResourceType<MapValue, MapValue> TYPE = ResourceType.of(SCHEMA);

  final Map<String, MapValue> objects = new ConcurrentHashMap<>();
  final Queue<String> calls = new ConcurrentLinkedQueue<>();
  final Queue<String> threads = new ConcurrentLinkedQueue<>();
  private final Map<String, Supplier<CompletionStage<Result<MapValue>>>> mutations =
      new ConcurrentHashMap<>();
  private final Map<String, Supplier<CompletionStage<Reading<MapValue, MapValue>>>> reads =
      new ConcurrentHashMap<>();

  /** From now on this operation ({@code create NAME}) does so. */
  Oddities when(String operation, Supplier<CompletionStage<Result<MapValue>>> behaviour) {
    mutations.put(operation, behaviour);
    return this;
  }

  /** From now on reading the object of this name does so. */
  Oddities whenRead(String name, Supplier<CompletionStage<Reading<MapValue, MapValue>>> behaviour) {
    reads.put(name, behaviour);
    return this;
  }

  /** From now on it does as it should. */
  void mend() {
    mutations.clear();
    reads.clear();
  }

  static MapValue outputs(String name) {
    return Value.map(Map.of("Arn", Value.of("arn:" + name)));
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of("odd", "1.0.0").owning("odd::");
  }

  @Override
  public Catalog catalog() {
    return Catalog.of(List.of(SCHEMA));
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of(this);
  }

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return TYPE;
  }

  private CompletionStage<Result<MapValue>> does(
      String operation, String name, Supplier<Result<MapValue>> usual) {
    calls.add(operation + " " + name);
    threads.add(Thread.currentThread().getName());
    Supplier<CompletionStage<Result<MapValue>>> odd = mutations.get(operation + " " + name);
    return odd == null ? CompletableFuture.completedFuture(usual.get()) : odd.get();
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    String name = request.spec().get("Name").toString();
    return does(
        "create",
        name,
        () -> {
          objects.put(name, request.spec());
          return Result.done(name, outputs(name));
        });
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    calls.add("read " + request.id());
    threads.add(Thread.currentThread().getName());
    Supplier<CompletionStage<Reading<MapValue, MapValue>>> odd = reads.get(request.id());
    if (odd != null) {
      return odd.get();
    }
    MapValue there = objects.get(request.id());
    return CompletableFuture.completedFuture(
        there == null
            ? Reading.absent()
            : Reading.found(request.id(), there, outputs(request.id())));
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    return does(
        "update",
        request.id(),
        () -> {
          objects.put(request.id(), request.spec());
          return Result.done(request.id(), outputs(request.id()));
        });
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    return does(
        "delete",
        request.id(),
        () -> {
          objects.remove(request.id());
          return Result.deleted();
        });
  }
}
