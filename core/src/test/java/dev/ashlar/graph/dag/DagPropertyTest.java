package dev.ashlar.graph.dag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over random graphs; the number is the seed. */
class DagPropertyTest {
  private static final int ROUNDS = 300;

  /** A random graph: with edges to former nodes only, or to any. */
  private static Map<Integer, List<Integer>> edges(Random random, int size, boolean acyclic) {
    List<Integer> ranks = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(ranks, random);
    Map<Integer, List<Integer>> edges = new HashMap<>();
    for (int i = 0; i < size; i++) {
      edges.put(i, new ArrayList<>());
    }
    int count = size == 0 ? 0 : random.nextInt(size * 2);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(size);
      int to = random.nextInt(size);
      if (!acyclic || ranks.get(to) < ranks.get(from)) {
        edges.get(from).add(to);
      }
    }
    return edges;
  }

  private static Dag<Integer> dag(int size, Map<Integer, List<Integer>> edges) {
    return Dag.of(IntStream.range(0, size).boxed().toList(), edges::get);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anOrderHasEveryNodeOnceAndEachAfterWhatItDependsOn(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int size = random.nextInt(40);
      Map<Integer, List<Integer>> edges = edges(random, size, true);

      List<Integer> order = dag(size, edges).order();

      assertThat(order).as("seed %d, round %d", seed, round).doesNotHaveDuplicates().hasSize(size);
      edges.forEach(
          (from, targets) ->
              targets.forEach(to -> assertThat(order.indexOf(to)).isLessThan(order.indexOf(from))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void anOrderDoesNotHangOnTheOrderOfEdges(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int size = random.nextInt(40);
      Map<Integer, List<Integer>> edges = edges(random, size, true);
      List<Integer> order = dag(size, edges).order();

      edges.values().forEach(targets -> Collections.shuffle(targets, random));

      assertThat(dag(size, edges).order()).as("seed %d, round %d", seed, round).isEqualTo(order);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void anOrderIsItsOwnOrder(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int size = random.nextInt(40);
      Map<Integer, List<Integer>> edges = edges(random, size, true);
      List<Integer> order = dag(size, edges).order();

      assertThat(Dag.of(order, edges::get).order())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(order);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void thereIsAnOrderOrACycleWhoseEdgesExist(long seed) {
    Random random = new Random(seed);
    int cyclic = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int size = random.nextInt(15);
      Map<Integer, List<Integer>> edges = edges(random, size, false);
      Dag<Integer> dag = dag(size, edges);

      List<List<Integer>> cycles = dag.cycles();

      if (cycles.isEmpty()) {
        assertThat(dag.order()).as("seed %d, round %d", seed, round).hasSize(size);
        continue;
      }
      cyclic++;
      Set<Integer> seen = new HashSet<>();
      for (List<Integer> cycle : cycles) {
        for (int i = 0; i < cycle.size(); i++) {
          assertThat(seen.add(cycle.get(i))).isTrue();
          assertThat(edges.get(cycle.get(i))).contains(cycle.get((i + 1) % cycle.size()));
        }
      }
    }
    assertThat(cyclic).isBetween(ROUNDS / 10, ROUNDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14})
  void everyLayerDependsOnTheOneBeforeIt(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int size = 1 + random.nextInt(30);
      Map<Integer, List<Integer>> edges = edges(random, size, true);
      List<List<Integer>> layers = dag(size, edges).layers();

      for (int i = 1; i < layers.size(); i++) {
        for (int node : layers.get(i)) {
          assertThat(edges.get(node))
              .as("seed %d, round %d", seed, round)
              .anyMatch(layers.get(i - 1)::contains);
        }
      }
    }
  }
}
