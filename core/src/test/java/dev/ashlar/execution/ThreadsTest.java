package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Literal;
import dev.ashlar.execution.rig.MemoryJournal;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.rig.ScriptedCloud;
import dev.ashlar.execution.run.Execution;
import dev.ashlar.execution.run.ExecutionRequest;
import dev.ashlar.execution.run.Parallelism;
import dev.ashlar.execution.run.Surroundings;
import dev.ashlar.execution.turn.Turns;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real threads: a few serve any number of changes, and nothing depends on which does what. */
class ThreadsTest {
  private static final int CHANGES = 2_000;

  private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(1);
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    pool.shutdownNow();
    timers.shutdownNow();
  }

  private final TimeSource time =
      new TimeSource() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public Timer schedule(Duration delay, Runnable action) {
          ScheduledFuture<?> timer = timers.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
          return () -> timer.cancel(false);
        }
      };

  /** Answers on threads of its own, and notices two calls at once for one resource. */
  private static final class Busy implements Provider, Connector<MapValue, MapValue> {
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    @Override
    public Descriptor descriptor() {
      return Descriptor.of("test", "1").owning("test::");
    }

    @Override
    public Catalog catalog() {
      return Catalog.of(List.of(ScriptedCloud.SCHEMA));
    }

    @Override
    public ProviderSession open(OpenRequest request) {
      return ProviderSession.of(this);
    }

    @Override
    public ResourceType<MapValue, MapValue> type() {
      return ResourceType.of(ScriptedCloud.SCHEMA);
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      String address = request.address().toString();
      AtomicInteger here = running.computeIfAbsent(address, any -> new AtomicInteger());
      if (here.incrementAndGet() > 1) {
        wrong.add("two calls at once for " + address);
      }
      Value after = request.spec().get("link");
      if (!after.equals(Value.NULL) && !done.contains(after.toString())) {
        wrong.add(address + " before " + after);
      }
      return CompletableFuture.supplyAsync(
          () -> {
            here.decrementAndGet();
            done.add(address);
            return Result.done(
                "id-" + address,
                Value.map(Map.of("arn", Value.of("arn:" + address), "load", Value.of(1))));
          },
          CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS));
    }

    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      return CompletableFuture.completedFuture(Reading.absent());
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      return CompletableFuture.failedFuture(new IllegalStateException("not asked for"));
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      return CompletableFuture.failedFuture(new IllegalStateException("not asked for"));
    }
  }

  @Test
  @Timeout(60)
  void aFewThreadsMakeManyChangesInOrder() {
    Busy cloud = new Busy();
    MemoryJournal journal =
        new MemoryJournal(time, State.empty(Rig.ENVIRONMENT, "0123456789abcdef"), Duration.ZERO);
    Execution execution =
        new Execution(
            Surroundings.of(
                new Sessions(Providers.of(cloud)),
                pool,
                time,
                new Random(1),
                Admission.UNLIMITED,
                Parallelism.of(500),
                new Turns(500)));
    List<Event> events = new ArrayList<>();

    Run run =
        execution
            .start(
                new ExecutionRequest(
                    plan(), journal, new Literal(), value -> "", plan -> true, "tester"))
            .onEvent(events::add);
    Outcome outcome = run.outcome().join();

    assertThat(cloud.wrong).isEmpty();
    assertThat(outcome.summary()).isEqualTo("succeeded: " + CHANGES + " created");
    assertThat(outcome.state().current()).hasSize(CHANGES);
    assertThat(cloud.done).hasSize(CHANGES);
  }

  private static Plan plan() {
    Random random = new Random(5);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      MapValue properties = Draft.thing("r" + i, 1);
      if (i > 10 && random.nextInt(3) > 0) {
        String after = "r" + (i - 1 - random.nextInt(10));
        changes.add(Draft.creating("r" + i, properties.with("link", Value.of(after)), after));
      } else {
        changes.add(Draft.creating("r" + i, properties));
      }
    }
    return Plan.builder(Rig.ENVIRONMENT, 0).digest("d").changes(changes).build();
  }
}
