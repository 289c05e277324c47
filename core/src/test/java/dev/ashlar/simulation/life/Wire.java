package dev.ashlar.simulation.life;

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
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.simulation.world.Boundary;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The line between one process and the cloud: what was sent arrives, also after the sender's death;
 * what is answered is heard only by who lives.
 */
final class Wire implements Provider {
  /** How long after its sender's death a call may still arrive. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private static final Duration TRAVEL = Duration.ofMillis(3);

  private final Provider cloud;
  private final Process process;
  private final Witness witness;

  Wire(Provider cloud, Process process, Witness witness) {
    this.cloud = cloud;
    this.process = process;
    this.witness = witness;
  }

  @Override
  public Descriptor descriptor() {
    return cloud.descriptor();
  }

  @Override
  public Catalog catalog() {
    return cloud.catalog();
  }

  @Override
  public boolean refines(String type) {
    return false;
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    ProviderSession session = cloud.open(request);
    return new ProviderSession() {
      @Override
      public Optional<Connector<?, ?>> connector(String type) {
        return session.connector(type).map(Wire.this::wired);
      }

      @Override
      public Failure classify(Throwable thrown) {
        return session.classify(thrown);
      }

      @Override
      public void close() {}
    };
  }

  /** The simulated cloud's connectors work on plain values. */
  @SuppressWarnings("unchecked")
  private Connector<?, ?> wired(Connector<?, ?> connector) {
    return connector instanceof Findable<?, ?>
        ? new FindingEnd((Connector<MapValue, MapValue>) connector)
        : new End((Connector<MapValue, MapValue>) connector);
  }

  private <T> CompletionStage<T> question(Address address, Supplier<CompletionStage<T>> question) {
    Machine machine = process.machine();
    if (machine.isDead()) {
      return new CompletableFuture<>();
    }
    CompletionStage<T> answer = question.get();
    var unused = process.looksAt(address);
    return machine.hears(answer, TRAVEL);
  }

  private CompletionStage<Result<MapValue>> call(
      Connector.Mutation request,
      Operation operation,
      Supplier<CompletionStage<Result<MapValue>>> call) {
    Machine machine = process.machine();
    if (machine.isDead()) {
      return new CompletableFuture<>();
    }
    String change = witness.calling(process, operation, request);
    List<String> changes = List.of(change);
    if (!process.passes(Boundary.CALLED, changes)) {
      if (machine.isDead()) {
        var unused =
            machine
                .world()
                .schedule(
                    UNDER_WAY,
                    () -> {
                      var late = call.get();
                    });
        return new CompletableFuture<>();
      }
      CompletableFuture<Result<MapValue>> later = new CompletableFuture<>();
      machine.execute(() -> answered(operation, request.idempotencyKey(), changes, call, later));
      return later;
    }
    CompletableFuture<Result<MapValue>> answer = new CompletableFuture<>();
    answered(operation, request.idempotencyKey(), changes, call, answer);
    return answer;
  }

  private void answered(
      Operation operation,
      String key,
      List<String> changes,
      Supplier<CompletionStage<Result<MapValue>>> call,
      CompletableFuture<Result<MapValue>> heard) {
    CompletionStage<Result<MapValue>> reply = call.get();
    process.passes(Boundary.REACHED, changes);
    var unused =
        process
            .machine()
            .hears(reply, TRAVEL)
            .whenComplete(
                (result, failure) -> {
                  witness.answered(process, operation, changes.get(0), key, failure);
                  if (process.passes(Boundary.ANSWERED, changes)) {
                    complete(heard, result, failure);
                  } else {
                    process.machine().execute(() -> complete(heard, result, failure));
                  }
                });
  }

  private static <T> void complete(CompletableFuture<T> heard, T result, Throwable failure) {
    if (failure == null) {
      heard.complete(result);
    } else {
      heard.completeExceptionally(failure);
    }
  }

  private class End
      implements BatchReadable<MapValue, MapValue>,
          Searchable<MapValue, MapValue>,
          Resumable<MapValue, MapValue> {
    private final Connector<MapValue, MapValue> connector;

    End(Connector<MapValue, MapValue> connector) {
      this.connector = connector;
    }

    @Override
    public ResourceType<MapValue, MapValue> type() {
      return connector.type();
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      return call(request, Operation.CREATE, () -> connector.create(request));
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      return call(request, Operation.UPDATE, () -> connector.update(request));
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      return call(request, Operation.DELETE, () -> connector.delete(request));
    }

    @Override
    public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
      return call(
          request,
          Operation.READ,
          () -> ((Resumable<MapValue, MapValue>) connector).resume(request));
    }

    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      return question(request.address(), () -> connector.read(request));
    }

    @Override
    public int batchLimit() {
      return ((BatchReadable<MapValue, MapValue>) connector).batchLimit();
    }

    @Override
    public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
        BatchReadRequest<MapValue, MapValue> request) {
      return question(
          Address.of("all"),
          () -> ((BatchReadable<MapValue, MapValue>) connector).readAll(request));
    }

    @Override
    public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
      return question(
          request.address(), () -> ((Searchable<MapValue, MapValue>) connector).search(request));
    }
  }

  private final class FindingEnd extends End implements Findable<MapValue, MapValue> {
    private final Connector<MapValue, MapValue> connector;

    FindingEnd(Connector<MapValue, MapValue> connector) {
      super(connector);
      this.connector = connector;
    }

    @Override
    public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
      return question(
          request.address(), () -> ((Findable<MapValue, MapValue>) connector).find(request));
    }
  }
}
