package dev.ashlar.benchmarks.run;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.benchmarks.table.Row;
import dev.ashlar.benchmarks.table.Target;
import dev.ashlar.benchmarks.table.Unit;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many environments in one engine at once, and a small one beside a huge one. */
public final class Tenants {
  private static final int ENVIRONMENTS = 1_000;
  private static final int THREADS = 16;

  private Tenants() {}

  /** Measures both. */
  public static void measure(Findings findings) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      many(findings, threads);
      beside(findings, threads);
    } finally {
      threads.shutdown();
    }
  }

  private static void many(Findings findings, ExecutorService threads) {
    Blueprint blueprint = new Graph(Shape.CHAINS, 10).blueprint();
    try (Ashlar ashlar = engine(threads)) {
      Cost cost =
          Cost.of(
                  () -> {
                    List<CompletableFuture<Outcome>> runs = new ArrayList<>();
                    for (int number = 0; number < ENVIRONMENTS; number++) {
                      Environment environment =
                          Environment.of("e" + number, blueprint).tenant("t" + number % 10);
                      runs.add(applied(ashlar.open(environment)));
                    }
                    runs.forEach(CompletableFuture::join);
                    return runs.size();
                  })
              .cost();
      findings.add(
          Row.of(
                  "1000 environments of 10 planned and applied at once, 16 threads",
                  cost.wall(),
                  Unit.SECONDS)
              .note(String.format(Locale.ROOT, "%.1f s of processor time", cost.cpu())));
    }
  }

  private static void beside(Findings findings, ExecutorService threads) {
    try (Ashlar ashlar = engine(threads)) {
      Environment huge =
          Environment.of("huge", new Graph(Shape.CHAINS, 10_000).blueprint()).tenant("a");
      Environment small =
          Environment.of("small", new Graph(Shape.CHAINS, 10).blueprint()).tenant("b");
      long begun = System.nanoTime();
      CompletableFuture<Long> last =
          applied(ashlar.open(huge)).thenApply(outcome -> System.nanoTime() - begun);
      CompletableFuture<Long> first =
          applied(ashlar.open(small)).thenApply(outcome -> System.nanoTime() - begun);
      double ratio = first.join() / (double) last.join();
      findings.add(
          Row.of("10 resources of one tenant beside 10000 of another: its share", ratio, Unit.TIMES)
              .target(Target.atMost(0.2)));
    }
  }

  private static CompletableFuture<Outcome> applied(Workspace workspace) {
    return workspace
        .plan()
        .thenCompose(plan -> workspace.apply(plan).outcome())
        .thenApply(
            outcome -> {
              if (!(outcome instanceof Outcome.Succeeded)) {
                throw new IllegalStateException(outcome.summary());
              }
              return outcome;
            });
  }

  private static Ashlar engine(ExecutorService threads) {
    return Ashlar.builder()
        .state(StateStore.inMemory())
        .addProvider(MemoryCloud.create())
        .executor(threads)
        .build();
  }
}
