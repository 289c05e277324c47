package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedder's executor that takes no more tasks, and an engine that is closed too early. */
class UnwillingExecutorTest {
  private static final int CHANGES = 200;

  @TempDir private Path directory;
  private final MemoryCloud cloud = MemoryCloud.create();
  private final Mortal mortal = new Mortal();

  /** Shuts itself down after so many tasks. */
  private static final class Mortal extends ThreadPoolExecutor {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    Mortal() {
      super(4, 4, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
      allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
      if (left.getAndDecrement() <= 0) {
        shutdown();
      }
      super.execute(task);
    }
  }

  private Ashlar engine(Executor executor) {
    return Ashlar.builder()
        .state(StateStore.directory(directory))
        .addProvider(cloud)
        .executor(executor)
        .parallelism(2)
        .build();
  }

  private static Environment environment() {
    return environment("shop");
  }

  private static Environment environment(String name) {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop }\nresources:\n");
    for (int i = 0; i < CHANGES; i++) {
      text.append("  r").append(i).append(": { type: memory::Value, properties: { input: x } }\n");
    }
    return Environment.of(
        name, Blueprint.read(Source.text("shop.yaml", text.toString())).orThrow());
  }

  @Test
  void aRunEndsWithTheReasonAndItsRecordsAreSoundAndFree() {
    try (Ashlar ashlar = engine(mortal)) {
      Workspace shop = ashlar.open(environment());
      Plan plan = shop.plan().join();
      mortal.left.set(150);

      Outcome outcome = shop.apply(plan).outcome().join();

      assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
      assertThat(outcome.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("engine.executor-refused");
      State state = shop.state().join().orThrow();
      assertThat(state.run()).isEmpty();
      assertThat(state.pending()).isEmpty();
      assertThat(state.current()).hasSizeBetween(1, CHANGES - 1);
    }
    try (Ashlar next = engine(CompletableFuture::runAsync)) {
      Workspace shop = next.open(environment());
      Outcome rest = shop.apply(shop.plan().join()).outcome().join();
      assertThat(rest).isInstanceOf(Outcome.Succeeded.class);
      assertThat(rest.state().current()).hasSize(CHANGES);
    }
  }

  @Test
  void nothingFailsWithARawExceptionWhenTheExecutorNeverWorks() {
    try (Ashlar ashlar = engine(mortal)) {
      Workspace shop = ashlar.open(environment());
      Plan plan = shop.plan().join();
      mortal.left.set(0);

      assertThat(shop.check().join()).isEmpty();
      assertThat(shop.plan().join().hasErrors()).isFalse();
      assertThat(shop.state().join().isSound()).isTrue();
      assertThat(shop.apply(plan).outcome().join().diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("engine.executor-refused");
    }
  }

  @Test
  void aQueueThatIsFullNowAndThenStopsNothing() {
    AtomicInteger tasks = new AtomicInteger();
    Executor full =
        task -> {
          if (tasks.incrementAndGet() % 3 == 0) {
            throw new RejectedExecutionException("full");
          }
          CompletableFuture.runAsync(task);
        };
    try (Ashlar ashlar = engine(full)) {
      Workspace one = ashlar.open(environment());
      Workspace other = ashlar.open(environment("other"));
      Run first = one.apply(one.plan().join());
      Run second = other.apply(other.plan().join());

      for (Run run : List.of(first, second)) {
        Outcome outcome = run.outcome().join();
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(outcome.diagnostics()).isEmpty();
      }
    }
    assertThat(cloud.objects()).hasSize(2 * CHANGES);
  }

  @Test
  void whoWaitsForAPlanOfAClosedEngineIsToldSo() {
    Queue<Runnable> never = new ArrayDeque<>();
    Ashlar stuck = Ashlar.builder().addProvider(MemoryCloud.create()).executor(never::add).build();
    Workspace workspace = stuck.open(environment());
    CompletableFuture<Plan> plan = workspace.plan();
    CompletableFuture<List<Diagnostic>> check = workspace.check();

    stuck.close();

    assertThat(plan.join().diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("engine.closed");
    assertThat(check.join()).extracting(Diagnostic::code).containsExactly("engine.closed");
  }
}
