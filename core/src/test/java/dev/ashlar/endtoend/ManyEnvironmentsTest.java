package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Many environments of many tenants, planned and applied at once in one engine on 16 threads; as
 * many as the system property {@code environments} says.
 */
class ManyEnvironmentsTest {
  private static final int ENVIRONMENTS = Integer.getInteger("environments", 200);
  private static final int TENANTS = 20;
  private static final String BLUEPRINT =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: shop }
      parameters: { word: { type: string } }
      resources:
        a: { type: memory::Value, properties: { input: "${params.word}" } }
        b: { type: memory::Value, properties: { input: "${a.output}, you" } }
        many:
          type: memory::Value
          forEach: { x: 1, y: 2, z: 3 }
          properties: { input: "${b.output} ${each.key}" }
      outputs:
        said: { value: "${many[\\"z\\"].output}" }
      """;

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("ashlar-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void allComeToTheirOwnEndAndNothingIsLeftBehind() {
    Set<String> before = threads();
    Blueprint blueprint = Blueprint.read(Source.text("shop.yaml", BLUEPRINT)).orThrow();
    ExecutorService executor = Executors.newFixedThreadPool(16);
    try (Ashlar ashlar =
        Ashlar.builder()
            .addProvider(MemoryCloud.create())
            .executor(executor)
            .totalParallelism(100)
            .build()) {
      List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
      List<Workspace> workspaces = new ArrayList<>();
      for (int i = 0; i < ENVIRONMENTS; i++) {
        Workspace workspace =
            ashlar.open(
                Environment.of("e" + i, blueprint)
                    .tenant("t" + i % TENANTS)
                    .parameter("word", Value.of("word " + i)));
        workspaces.add(workspace);
        outcomes.add(workspace.plan().thenCompose(plan -> workspace.apply(plan).outcome()));
      }
      for (int i = 0; i < ENVIRONMENTS; i++) {
        Outcome outcome = outcomes.get(i).join();
        assertThat(outcome.summary()).isEqualTo("succeeded: 5 created");
        State state = workspaces.get(i).state().join().orThrow();
        assertThat(state.run()).isEmpty();
        assertThat(state.current()).hasSize(5);
        assertThat(state.outputs().get("said")).isEqualTo(Value.of("word " + i + ", you z"));
      }
      assertThat(workspaces).allSatisfy(each -> assertThat(each.plan().join().changes()).isEmpty());
    } finally {
      executor.shutdownNow();
    }
    assertThat(threads()).isSubsetOf(before);
  }
}
