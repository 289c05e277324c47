package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.Workspace.GraphFormat;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Principal;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.StateStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of an engine. */
@Timeout(60)
class AshlarTest {
  private static final String BODY =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: shop, version: 1.0.0 }
      resources:
        a: { type: memory::Value, properties: { input: one } }
        b: { type: memory::Value, properties: { input: "${a.output}" } }
      """;

  private static Environment environment(String name) {
    return Environment.of(name, Blueprint.read(Source.text("shop.yaml", BODY)).orThrow());
  }

  private static Outcome applied(Workspace workspace) {
    return workspace.apply(workspace.plan().join()).outcome().join();
  }

  private static Set<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("ashlar"))
        .collect(Collectors.toSet());
  }

  @Test
  void needsNothingButAProvider() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      Workspace shop = ashlar.open(environment("shop"));

      assertThat(applied(shop).summary()).isEqualTo("succeeded: 2 created");
      assertThat(shop.plan().join().isEmpty()).isTrue();
      assertThat(ashlar.environments().join()).hasToString("[shop]");
      assertThat(ashlar.state(new Environment.Id("", "shop")).join().orThrow().objects())
          .hasSize(2);
      assertThat(ashlar.diagnostics()).isEmpty();
    }
  }

  @Test
  void knowsTheTypesOfItsProviders() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      assertThat(ashlar.catalog().types()).contains("memory::Value", "memory::Queue");
      assertThat(ashlar.schema("memory::Queue").orThrow().type()).isEqualTo("memory::Queue");
      assertThat(ashlar.schema("memory::Quue").diagnostics().toString()).contains("memory::Queue");
    }
  }

  @Test
  void anEngineWithoutProvidersSaysWhatIsMissing() {
    try (Ashlar ashlar = Ashlar.builder().build()) {
      assertThat(ashlar.open(environment("shop")).plan().join().diagnostics()).hasSize(2);
    }
  }

  @Test
  void startsNoThreadBeforeItIsBuilt() {
    Set<Thread> before = ours();
    Ashlar.Builder builder = Ashlar.builder().addProvider(MemoryCloud.create());
    assertThat(ours()).isEqualTo(before);
    builder.build().close();
    assertThat(ours()).isSubsetOf(before);
  }

  @Test
  void noThreadOfItsOwnSurvivesIt() {
    Set<Thread> before = ours();
    Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build();
    Workspace shop = ashlar.open(environment("shop"));
    applied(shop);
    assertThat(ours()).hasSizeGreaterThan(before.size());
    ashlar.close();
    assertThat(ours()).isSubsetOf(before);
  }

  @Test
  void isClosedForEverythingAndEverybody() {
    Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build();
    Workspace shop = ashlar.open(environment("shop"));
    Plan plan = shop.plan().join();
    ashlar.close();
    ashlar.close();

    List<ThrowingCallable> uses =
        List.of(
            () -> ashlar.open(environment("other")),
            () -> ashlar.open(environment("other"), Principal.named("kim")),
            ashlar::environments,
            () -> ashlar.state(new Environment.Id("", "shop")),
            shop::check,
            () -> shop.graph(GraphFormat.TEXT),
            shop::plan,
            () -> shop.apply(plan),
            shop::drift,
            shop::state,
            () -> shop.state(1));
    assertThat(uses)
        .allSatisfy(
            use ->
                assertThatThrownBy(use)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the engine is closed"));
  }

  @Test
  void anExecutorThatIsGivenIsNeverShutDown() {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      try (Ashlar ashlar =
          Ashlar.builder().addProvider(MemoryCloud.create()).executor(executor).build()) {
        applied(ashlar.open(environment("shop")));
      }
      assertThat(executor.isShutdown()).isFalse();
      assertThat(CompletableFuture.supplyAsync(() -> 7, executor).join()).isEqualTo(7);
    } finally {
      executor.shutdownNow();
    }
  }

  /** Nothing is done on the caller's thread that could wait: all work goes to the executor. */
  @Test
  void noCallerWaits() {
    Queue<Runnable> work = new ArrayDeque<>();
    Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).executor(work::add).build();
    Workspace shop = ashlar.open(environment("shop"));
    List<CompletableFuture<?>> futures = new ArrayList<>();
    futures.add(shop.plan());
    futures.add(shop.check());
    futures.add(shop.graph(GraphFormat.MERMAID));
    futures.add(shop.drift());
    assertThat(futures).noneMatch(CompletableFuture::isDone);
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(futures).allMatch(CompletableFuture::isDone);
  }

  @Test
  void manyEnginesLiveSideBySide() {
    List<Ashlar> engines = new ArrayList<>();
    List<CompletableFuture<String>> outcomes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build();
      engines.add(ashlar);
      Workspace shop = ashlar.open(environment("shop"));
      outcomes.add(
          shop.plan().thenCompose(plan -> shop.apply(plan).outcome()).thenApply(Outcome::summary));
    }
    assertThat(outcomes).allSatisfy(o -> assertThat(o.join()).isEqualTo("succeeded: 2 created"));
    engines.forEach(Ashlar::close);
  }

  @Test
  void twoEnginesOverOneStoreSeeTheSame() {
    StateStore store = StateStore.inMemory();
    MemoryCloud cloud = MemoryCloud.create();
    try (Ashlar one = Ashlar.builder().addProvider(cloud).state(store).build()) {
      applied(one.open(environment("shop")));
      Ashlar two = Ashlar.builder().addProvider(cloud).state(store).build();
      assertThat(two.open(environment("shop")).state().join().orThrow().serial()).isEqualTo(1);
      assertThat(two.open(environment("shop")).plan().join().isEmpty()).isTrue();
    }
  }

  @Test
  void twoHundredEnvironmentsAtOnceOnFourThreads() throws InterruptedException {
    ExecutorService four = Executors.newFixedThreadPool(4);
    try (Ashlar ashlar =
        Ashlar.builder().addProvider(MemoryCloud.create()).executor(four).build()) {
      List<Workspace> workspaces = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        workspaces.add(ashlar.open(environment("shop-" + i).tenant("tenant-" + i % 7)));
      }
      List<CompletableFuture<String>> outcomes =
          workspaces.stream()
              .map(
                  shop ->
                      shop.plan()
                          .thenCompose(plan -> shop.apply(plan).outcome())
                          .thenApply(Outcome::summary))
              .toList();
      assertThat(outcomes).allSatisfy(o -> assertThat(o.join()).isEqualTo("succeeded: 2 created"));
      List<CompletableFuture<Plan>> plans = workspaces.stream().map(Workspace::plan).toList();
      assertThat(plans).allMatch(plan -> plan.join().isEmpty());
      assertThat(ashlar.environments().join()).hasSize(200);
    } finally {
      four.shutdown();
      assertThat(four.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
