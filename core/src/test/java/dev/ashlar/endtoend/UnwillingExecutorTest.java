package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An embedder's executor that takes no more tasks, and an engine that is closed too early. */
class UnwillingExecutorTest {
  private static final int CHANGES = 200;

  private final AtomicInteger willing = new AtomicInteger(Integer.MAX_VALUE);
  private final Ashlar ashlar =
      Ashlar.builder()
          .addProvider(MemoryCloud.create())
          .executor(this::execute)
          .parallelism(2)
          .build();
  private final Workspace shop = ashlar.open(environment());

  private void execute(Runnable task) {
    if (willing.getAndDecrement() <= 0) {
      throw new RejectedExecutionException("shut down");
    }
    CompletableFuture.runAsync(task);
  }

  private static Environment environment() {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop }\nresources:\n");
    for (int i = 0; i < CHANGES; i++) {
      text.append("  r").append(i).append(": { type: memory::Value, properties: { input: x } }\n");
    }
    return Environment.of(
        "shop", Blueprint.read(Source.text("shop.yaml", text.toString())).orThrow());
  }

  @Test
  void aRunEndsWithTheReasonAndItsRecordsAreSoundAndFree() {
    Plan plan = shop.plan().join();
    willing.set(150);

    Outcome outcome = shop.apply(plan).outcome().join();

    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("engine.executor-refused");
    State state = shop.state().join().orThrow();
    assertThat(state.run()).isEmpty();
    assertThat(state.pending()).isEmpty();
    assertThat(state.current()).hasSizeBetween(1, CHANGES - 1);

    willing.set(Integer.MAX_VALUE);
    Outcome rest = shop.apply(shop.plan().join()).outcome().join();
    assertThat(rest).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rest.state().current()).hasSize(CHANGES);
    ashlar.close();
  }

  @Test
  void nothingFailsWithARawExceptionWhenTheExecutorNeverWorks() {
    Plan plan = shop.plan().join();
    willing.set(0);

    assertThat(shop.check().join()).isEmpty();
    assertThat(shop.plan().join().hasErrors()).isFalse();
    assertThat(shop.state().join().isSound()).isTrue();
    assertThat(shop.apply(plan).outcome().join().diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("engine.executor-refused");
    ashlar.close();
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
