package dev.ashlar.execution.rig;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cloud of things. It does what is asked after its latency, unless a test has scripted something
 * else for the next call; and it remembers every call.
 */
public final class ScriptedCloud implements Provider {
  /** The one type. */
  public static final String THING = "test::Thing";

  /** Properties name, size, password (write-only), tags; outputs arn (stable) and load. */
  public static final ResourceSchema SCHEMA =
      ResourceSchema.builder(THING)
          .addProperty(Attribute.builder("name", Shape.Primitive.STRING).immutable().build())
          .addProperty(Attribute.of("size", Shape.Primitive.INTEGER))
          .addProperty(Attribute.of("link", Shape.Primitive.STRING))
          .addProperty(Attribute.builder("password", Shape.Primitive.STRING).writeOnly().build())
          .addProperty(
              Attribute.of(
                  "tags", new Shape.MapShape(Attribute.of("value", Shape.Primitive.STRING))))
          .addOutput(Attribute.of("arn", Shape.Primitive.STRING))
          .addOutput(
              Attribute.builder("load", Shape.Primitive.INTEGER)
                  .stability(Stability.VOLATILE)
                  .build())
          .identity(List.of(ValuePath.of("name")))
          .ownershipMark(ValuePath.of("tags"))
          .timeout(Operation.CREATE, Duration.ofMinutes(10))
          .timeout(Operation.UPDATE, Duration.ofMinutes(10))
          .timeout(Operation.DELETE, Duration.ofMinutes(10))
          .timeout(Operation.READ, Duration.ofMinutes(1))
          .build();

  private final TimeSource time;
  private final Map<String, Deque<Script>> scripts = new HashMap<>();
  private final Map<String, MapValue> objects = new TreeMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, String> made = new LinkedHashMap<>();
  private final Map<String, Integer> running = new HashMap<>();
  private Duration latency = Duration.ofMillis(100);
  private Duration readLatency = Duration.ZERO;
  private Consumer<Call> witness = call -> {};
  private int inFlight;
  private int mostInFlight;
  private boolean overlapped;
  private int serial;
  private boolean blind;

  /** A cloud without objects. */
  public ScriptedCloud(TimeSource time) {
    this.time = time;
  }

  /**
   * A call that was made.
   *
   * @param operation create, read, update, delete, resume, find or search
   * @param address of the resource
   * @param key the idempotency key
   * @param at when
   */
  public record Call(String operation, String address, String key, Instant at) {
    @Override
    public String toString() {
      return operation + " " + address;
    }
  }

  /** What a call does in place of the usual; an empty stage is one that is never completed. */
  @FunctionalInterface
  public interface Script {
    /** The answer of the connector. */
    @Nullable CompletionStage<Result<MapValue>> answer(Supplier<Result<MapValue>> usual);
  }

  /** Tells of every call as it comes. */
  public ScriptedCloud witness(Consumer<Call> listener) {
    witness = listener;
    return this;
  }

  private void remember(Call call) {
    calls.add(call);
    witness.accept(call);
  }

  /** How long a call that changes something takes. */
  public ScriptedCloud latency(Duration duration) {
    latency = duration;
    return this;
  }

  /** The next such call for the address does this. */
  public ScriptedCloud next(String operation, String address, Script script) {
    scripts.computeIfAbsent(operation + " " + address, any -> new ArrayDeque<>()).add(script);
    return this;
  }

  /** The next such call for the address fails so, and nothing happens. */
  public ScriptedCloud fail(String operation, String address, Failure failure) {
    return next(operation, address, usual -> CompletableFuture.failedFuture(failure.toException()));
  }

  /** The next such call for the address is never answered. */
  public ScriptedCloud silence(String operation, String address) {
    return next(operation, address, usual -> new CompletableFuture<>());
  }

  /** The next such call happens, and its answer is lost. */
  public ScriptedCloud loseAnswer(String operation, String address) {
    return next(
        operation,
        address,
        usual -> {
          var unused = usual.get();
          return CompletableFuture.failedFuture(new IllegalStateException("connection reset"));
        });
  }

  /** Whether nothing can be searched for. */
  public ScriptedCloud blind(boolean searchFails) {
    blind = searchFails;
    return this;
  }

  /** Something exists already, or is changed behind the engine's back. */
  public ScriptedCloud put(String id, MapValue properties) {
    objects.put(id, properties);
    return this;
  }

  /** Something goes away behind the engine's back. */
  public ScriptedCloud remove(String id) {
    objects.remove(id);
    return this;
  }

  /** What exists, by identifier. */
  public Map<String, MapValue> objects() {
    return new TreeMap<>(objects);
  }

  /** The idempotency key that an object was made with; empty where a test put it there. */
  public String keyOf(String id) {
    return made.entrySet().stream()
        .filter(each -> each.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** All calls so far. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Calls that change something, as texts. */
  public List<String> mutations() {
    return calls.stream()
        .filter(call -> List.of("create", "update", "delete").contains(call.operation()))
        .map(Call::toString)
        .toList();
  }

  /** How many calls were under way at once, at most. */
  public int mostInFlight() {
    return mostInFlight;
  }

  /** Whether two calls for one resource were ever under way at once. */
  public boolean overlapped() {
    return overlapped;
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of("test", "1").owning("test::");
  }

  @Override
  public Catalog catalog() {
    return Catalog.of(List.of(SCHEMA));
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of(new Things());
  }

  private MapValue outputs(String id) {
    return Value.map(Map.of("arn", Value.of("arn:" + id), "load", Value.of(1)));
  }

  private static MapValue visible(MapValue properties) {
    Value password = properties.get("password");
    return password.equals(Value.NULL)
        ? properties
        : properties.with("password", Value.secret(Value.unknown(password.type())));
  }

  private <T> CompletionStage<T> called(
      String operation,
      Connector.Request request,
      String key,
      Duration takes,
      Supplier<CompletionStage<T>> answer) {
    String address = request.address().toString();
    remember(new Call(operation, address, key, time.now()));
    overlapped |= running.merge(address, 1, Integer::sum) > 1;
    mostInFlight = Math.max(mostInFlight, ++inFlight);
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable end =
        () -> {
          running.merge(address, -1, Integer::sum);
          inFlight--;
          CompletionStage<T> stage = answer.get();
          stage.whenComplete(
              (value, thrown) -> {
                if (thrown == null) {
                  result.complete(value);
                } else {
                  result.completeExceptionally(thrown);
                }
              });
        };
    if (takes.isZero()) {
      end.run();
    } else {
      time.schedule(takes, end);
    }
    return result;
  }

  private @Nullable Script script(String operation, Connector.Request request) {
    Deque<Script> queue = scripts.get(operation + " " + request.address());
    return queue == null ? null : queue.poll();
  }

  private @Nullable CompletionStage<Result<MapValue>> mutate(
      String operation, Connector.Mutation request, Supplier<Result<MapValue>> usual) {
    Script script = script(operation, request);
    if (script != null) {
      remember(
          new Call(operation, request.address().toString(), request.idempotencyKey(), time.now()));
      return script.answer(usual);
    }
    return called(
        operation,
        request,
        request.idempotencyKey(),
        latency,
        () -> CompletableFuture.completedFuture(usual.get()));
  }

  private final class Things
      implements Resumable<MapValue, MapValue>,
          Findable<MapValue, MapValue>,
          Searchable<MapValue, MapValue> {
    @Override
    public ResourceType<MapValue, MapValue> type() {
      return ResourceType.of(SCHEMA);
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      return mutate(
          "create",
          request,
          () -> {
            String id = made.computeIfAbsent(request.idempotencyKey(), key -> "id-" + ++serial);
            objects.put(id, request.spec());
            return Result.done(id, outputs(id));
          });
    }

    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      return called(
          "read",
          request,
          "",
          readLatency,
          () -> CompletableFuture.completedFuture(reading(request.id())));
    }

    private Reading<MapValue, MapValue> reading(String id) {
      MapValue properties = objects.get(id);
      return properties == null
          ? Reading.absent()
          : Reading.found(id, visible(properties), outputs(id));
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      return mutate(
          "update",
          request,
          () -> {
            objects.put(request.id(), request.spec());
            return Result.done(request.id(), outputs(request.id()));
          });
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      return mutate(
          "delete",
          request,
          () -> {
            objects.remove(request.id());
            return Result.deleted();
          });
    }

    @Override
    public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
      return mutate(
          "resume",
          request,
          () -> {
            String id = request.id().orElseGet(() -> "id-" + ++serial);
            objects.put(id, request.spec());
            return Result.done(id, outputs(id));
          });
    }

    @Override
    public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
      return called(
          "find",
          request,
          request.idempotencyKey(),
          Duration.ZERO,
          () -> {
            if (blind) {
              return CompletableFuture.failedFuture(
                  Failure.invalid("the search is out of order").toException());
            }
            String id = made.get(request.idempotencyKey());
            return CompletableFuture.completedFuture(
                id == null ? Finding.absent() : Finding.found(List.of(reading(id))));
          });
    }

    @Override
    public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
      return called(
          "search",
          request,
          "",
          Duration.ZERO,
          () -> {
            List<Reading<MapValue, MapValue>> found = new ArrayList<>();
            objects.forEach(
                (id, properties) -> {
                  boolean fits =
                      request.where().entries().entrySet().stream()
                          .allMatch(each -> properties.get(each.getKey()).equals(each.getValue()));
                  if (fits && found.size() < request.limit()) {
                    found.add(reading(id));
                  }
                });
            return CompletableFuture.completedFuture(found);
          });
    }
  }

  /** The identifier of the object whose name property is so. */
  public Optional<String> named(String name) {
    return objects.entrySet().stream()
        .filter(each -> each.getValue().get("name").equals(Value.of(name)))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
