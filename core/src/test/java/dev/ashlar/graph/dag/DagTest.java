package dev.ashlar.graph.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DagTest {
  private static Dag<String> dag(List<String> nodes, Map<String, List<String>> dependencies) {
    return Dag.of(nodes, node -> dependencies.getOrDefault(node, List.of()));
  }

  @Test
  void nodesThatDependOnNothingKeepTheirOrder() {
    assertThat(dag(List.of("c", "a", "b"), Map.of()).order()).containsExactly("c", "a", "b");
  }

  @Test
  void anOrderThatIsRightAlreadyIsKept() {
    Dag<String> dag =
        dag(List.of("a", "b", "c", "d"), Map.of("c", List.of("a"), "d", List.of("b")));

    assertThat(dag.order()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aNodeComesRightAfterWhatItNeedsAndTheOthersStay() {
    Dag<String> dag =
        dag(List.of("web", "db", "net", "log"), Map.of("web", List.of("db"), "db", List.of("net")));

    assertThat(dag.order()).containsExactly("net", "db", "web", "log");
  }

  @Test
  void theOrderOfEdgesAndTheirRepetitionDoNotMatter() {
    List<String> nodes = List.of("x", "a", "b", "c");

    assertThat(dag(nodes, Map.of("x", List.of("c", "a", "b", "a"))).order())
        .isEqualTo(dag(nodes, Map.of("x", List.of("b", "c", "a"))).order())
        .containsExactly("a", "b", "c", "x");
  }

  @Test
  void dependenciesAndDependentsAreInTheOrderOfTheNodes() {
    Dag<String> dag =
        dag(List.of("a", "b", "c"), Map.of("c", List.of("b", "a"), "b", List.of("a")));

    assertThat(dag.dependencies("c")).containsExactly("a", "b");
    assertThat(dag.dependents("a")).containsExactly("b", "c");
    assertThat(dag.dependents("c")).isEmpty();
  }

  @Test
  void turnedRoundDependentsAreDependencies() {
    Dag<String> dag = dag(List.of("a", "b", "c"), Map.of("c", List.of("b"), "b", List.of("a")));

    assertThat(dag.reverse().order()).containsExactly("c", "b", "a");
    assertThat(dag.reverse().dependencies("a")).containsExactly("b");
    assertThat(dag.reverse().reverse().order()).isEqualTo(dag.order());
  }

  @Test
  void allThatANodeNeedsAndAllThatNeedsItCanBeHad() {
    Dag<String> dag =
        dag(
            List.of("a", "b", "c", "d", "e"),
            Map.of("b", List.of("a"), "c", List.of("b"), "e", List.of("d")));

    assertThat(dag.withDependencies(List.of("c"))).containsExactly("a", "b", "c");
    assertThat(dag.withDependents(List.of("b"))).containsExactly("b", "c");
    assertThat(dag.withDependents(List.of("d", "a"))).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void layersHoldWhatCanBeDoneAtOnce() {
    Dag<String> dag =
        dag(
            List.of("a", "b", "c", "d"),
            Map.of("b", List.of("a"), "d", List.of("b", "c"), "c", List.of()));

    assertThat(dag.layers()).containsExactly(List.of("a", "c"), List.of("b"), List.of("d"));
  }

  @Test
  void aCycleIsShownWithItsShortestPathFromItsFirstNode() {
    Dag<String> dag =
        dag(
            List.of("a", "b", "c", "d"),
            Map.of(
                "a", List.of("b"), "b", List.of("c", "d"), "c", List.of("a"), "d", List.of("c")));

    assertThat(dag.cycles()).containsExactly(List.of("a", "b", "c"));
    assertThatThrownBy(dag::order).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void allKnotsAreFoundAtOnce() {
    Dag<String> dag =
        dag(
            List.of("p", "x", "y", "free", "q"),
            Map.of(
                "x",
                List.of("y"),
                "y",
                List.of("x"),
                "p",
                List.of("q", "free"),
                "q",
                List.of("p")));

    assertThat(dag.cycles()).containsExactly(List.of("p", "q"), List.of("x", "y"));
  }

  @Test
  void whatHangsOnACycleIsNoPartOfIt() {
    Dag<String> dag =
        dag(
            List.of("in", "a", "b"),
            Map.of("in", List.of("a"), "a", List.of("b"), "b", List.of("a")));

    assertThat(dag.cycles()).containsExactly(List.of("a", "b"));
  }

  @Test
  void aNodeThatDependsOnItselfIsNoCycleOfTheGraph() {
    assertThat(dag(List.of("a"), Map.of("a", List.of("a"))).order()).containsExactly("a");
  }

  @Test
  void aNodeThatIsGivenTwiceIsRefused() {
    assertThatThrownBy(() -> dag(List.of("a", "a"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a");
  }

  @Test
  void anEdgeToNowhereIsRefused() {
    assertThatThrownBy(() -> dag(List.of("a"), Map.of("a", List.of("z"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a depends on z");
  }

  @Test
  void aChainOfAHundredThousandIsNoDeeperThanOneOfTwo() {
    int length = 100_000;
    List<Integer> nodes = IntStream.range(0, length).boxed().toList();
    Dag<Integer> dag = Dag.of(nodes, i -> i + 1 < length ? List.of(i + 1) : List.of());

    List<Integer> order = dag.order();
    assertThat(order.get(0)).isEqualTo(length - 1);
    assertThat(order.get(length - 1)).isZero();
    assertThat(dag.layers()).hasSize(length);
    assertThat(dag.cycles()).isEmpty();
    assertThat(dag.withDependents(List.of(length - 1))).hasSize(length);
  }

  @Test
  void aCycleOfAHundredThousandIsFound() {
    int length = 100_000;
    List<Integer> nodes = IntStream.range(0, length).boxed().toList();
    Dag<Integer> dag = Dag.of(nodes, i -> List.of((i + 1) % length));

    List<List<Integer>> cycles = dag.cycles();
    assertThat(cycles).hasSize(1);
    assertThat(new ArrayList<>(cycles.get(0))).isEqualTo(nodes);
  }
}
