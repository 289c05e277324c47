package dev.ashlar.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.generate.RandomGraph;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.rig.LawCloud;
import dev.ashlar.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Law 9: no statics of ours, no globals; nothing runs before an engine is built or after it. */
@Timeout(120)
class NoGlobalsLawTest {
  /** Each engine has other types under the same names. */
  @Test
  void enginesThatWorkAtOnceDoNotMeet() {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<List<String>> alone = new ArrayList<>();
      List<CompletableFuture<List<String>>> together = new ArrayList<>();
      for (long seed = 0; seed < 6; seed++) {
        alone.add(new History(seed).files());
      }
      for (long seed = 0; seed < 6; seed++) {
        History history = new History(seed);
        together.add(CompletableFuture.supplyAsync(history::files, threads));
        together.add(CompletableFuture.supplyAsync(new History(seed)::files, threads));
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).join()).as("-Dlaws.seed=" + i / 2).isEqualTo(alone.get(i / 2));
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void nothingStartsBeforeTheBuildAndNoThreadSurvivesTheClose() throws InterruptedException {
    Set<Thread> before = threads();
    List<Ashlar.Builder> builders = new ArrayList<>();
    for (long seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      List<ResourceSchema> types = new RandomTypes(random).types(2);
      builders.add(Ashlar.builder().addProvider(new LawCloud(types, false)));
    }
    assertThat(started(before)).as("before the build").isEmpty();
    Set<Thread> seen = new HashSet<>();
    for (int seed = 0; seed < builders.size(); seed++) {
      try (Ashlar ashlar = builders.get(seed).build()) {
        Random random = new Random(seed);
        List<ResourceSchema> types = new RandomTypes(random).types(2);
        String text = Document.of(new RandomGraph(random, types, 6).resources());
        Workspace workspace =
            ashlar.open(Environment.of("law", Blueprint.read(Source.text("law", text)).orThrow()));
        Outcome outcome = workspace.apply(workspace.plan().join()).outcome().join();
        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        seen.addAll(started(before));
      }
    }
    assertThat(seen).as("it worked on threads of its own").isNotEmpty();
    for (Thread thread : seen) {
      thread.join(10_000);
    }
    assertThat(started(before).stream().filter(NoGlobalsLawTest::isOurs)).isEmpty();
    assertThat(seen.stream().filter(Thread::isAlive).filter(NoGlobalsLawTest::isOurs)).isEmpty();
  }

  /** Threads of the JDK's own pools come and go as they like. */
  private static boolean isOurs(Thread thread) {
    return !thread.getName().startsWith("ForkJoinPool.common")
        && !thread.getName().startsWith("CompletableFutureDelayScheduler")
        && !thread.getName().startsWith("process reaper");
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }

  private static Set<Thread> started(Set<Thread> before) {
    Set<Thread> started = new HashSet<>(threads());
    started.removeAll(before);
    return started;
  }
}
