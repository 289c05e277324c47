package dev.ashlar.benchmarks.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphTest {
  private static Plan plan(Graph graph) {
    try (Ashlar ashlar =
        Ashlar.builder().state(StateStore.inMemory()).addProvider(MemoryCloud.create()).build()) {
      return ashlar
          .open(Environment.of("graph", graph.blueprint()))
          .plan(PlanMode.apply().withoutRefresh())
          .join();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itHasAsManyObjectsAsAskedForAndIsSound(Shape shape) {
    Plan plan = plan(new Graph(shape, 200));
    assertThat(plan.diagnostics()).isEmpty();
    assertThat(plan.summary()).containsEntry(Action.CREATE, 200);
  }

  @ParameterizedTest
  @EnumSource
  void theSameGraphIsTheSameText(Shape shape) {
    assertThat(new Graph(shape, 300).json()).isEqualTo(new Graph(shape, 300).json());
  }

  @Test
  void anObjectHasANameANumberTagsAndItsPredecessor() {
    assertThat(new Graph(Shape.CHAINS, 12).json())
        .contains(
            """
            "r9":{"type":"memory::Value","properties":{"input":{"name":"r9","number":9,\
            "tags":{"team":"a","stage":"b"},"after0":"${r8.id}"}}}\
            """)
        .contains(
            """
            "r10":{"type":"memory::Value","properties":{"input":{"name":"r10","number":10,\
            "tags":{"team":"a","stage":"b"}}}}\
            """);
  }

  @Test
  void theJoinOfADiamondRefersToBothSides() {
    assertThat(new Graph(Shape.DIAMOND, 4).json())
        .contains("\"after0\":\"${r1.id}\",\"after1\":\"${r2.id}\"");
  }

  @Test
  void theFileHoldsTheDocument(@TempDir Path directory) throws Exception {
    Graph graph = new Graph(Shape.WIDE, 5);
    assertThat(Files.readString(graph.write(directory.resolve("b.json")))).isEqualTo(graph.json());
  }

  @Test
  void depthIsTheLengthOfTheLongestPath() {
    assertThat(new Graph(Shape.CHAINS, 100).depth()).isEqualTo(10);
    assertThat(new Graph(Shape.WIDE, 100).depth()).isEqualTo(2);
    assertThat(new Graph(Shape.DEEP, 100).depth()).isEqualTo(100);
    assertThat(new Graph(Shape.DIAMOND, 100).depth()).isEqualTo(75);
    assertThat(new Graph(Shape.FOR_EACH, 100).depth()).isEqualTo(1);
  }

  @Test
  void theBoundIsThatOfDepthOrOfParallelism() {
    assertThat(new Graph(Shape.CHAINS, 100).rounds(100)).isEqualTo(10);
    assertThat(new Graph(Shape.CHAINS, 100).rounds(5)).isEqualTo(20);
    assertThat(new Graph(Shape.WIDE, 101).rounds(10)).isEqualTo(11);
    assertThat(new Graph(Shape.DEEP, 100).rounds(10)).isEqualTo(100);
    assertThat(new Graph(Shape.FOR_EACH, 300).rounds(100)).isEqualTo(3);
  }

  @Test
  void declarationsOfInstancesAreFull() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Graph(Shape.FOR_EACH, 150));
    assertThatIllegalArgumentException().isThrownBy(() -> new Graph(Shape.CHAINS, 0));
  }
}
