package dev.ashlar.graph.dag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A directed graph whose nodes depend on each other, in a stable order: nodes keep the order in
 * which they were given wherever the edges allow it, whatever the order of the edges. Everything
 * takes linear time and no depth of chains matters. Immutable, safe for every thread.
 *
 * @param <K> what identifies a node
 */
public final class Dag<K> {
  private final List<K> nodes;
  private final Map<K, Integer> positions;
  private final Edges dependencies;
  private final Edges dependents;

  private Dag(List<K> nodes, Map<K, Integer> positions, Edges dependencies, Edges dependents) {
    this.nodes = nodes;
    this.positions = positions;
    this.dependencies = dependencies;
    this.dependents = dependents;
  }

  /**
   * A graph.
   *
   * @param nodes the nodes, without repetition, in the order to keep
   * @param dependencies what each depends on; repetitions and the node itself are left out
   * @throws IllegalArgumentException if a node is given twice, or depends on what is no node
   */
  public static <K> Dag<K> of(
      Collection<? extends K> nodes,
      Function<? super K, ? extends Collection<? extends K>> dependencies) {
    List<K> all = List.copyOf(nodes);
    Map<K, Integer> positions = new HashMap<>(all.size() * 2);
    for (int i = 0; i < all.size(); i++) {
      if (positions.put(all.get(i), i) != null) {
        throw new IllegalArgumentException("a node is given twice: " + all.get(i));
      }
    }
    int[][] targets = new int[all.size()][];
    for (int i = 0; i < targets.length; i++) {
      Collection<? extends K> wanted = dependencies.apply(all.get(i));
      int[] found = new int[wanted.size()];
      int count = 0;
      for (K key : wanted) {
        Integer position = positions.get(key);
        if (position == null) {
          throw new IllegalArgumentException(all.get(i) + " depends on " + key + ": no node");
        }
        if (position != i) {
          found[count++] = position;
        }
      }
      targets[i] = count == found.length ? found : Arrays.copyOf(found, count);
    }
    Edges dependents = Edges.of(targets).reversed();
    return new Dag<>(all, positions, dependents.reversed(), dependents);
  }

  /** All nodes, in the order given. */
  public List<K> nodes() {
    return nodes;
  }

  /** What a node depends on directly, in the order of the nodes. */
  public List<K> dependencies(K node) {
    return keys(dependencies.of(position(node)));
  }

  /** What depends on a node directly, in the order of the nodes. */
  public List<K> dependents(K node) {
    return keys(dependents.of(position(node)));
  }

  /** These nodes and all that they depend on, directly or not, in the order of the nodes. */
  public List<K> withDependencies(Collection<? extends K> roots) {
    return keys(reach(roots, dependencies));
  }

  /** These nodes and all that depends on them, directly or not, in the order of the nodes. */
  public List<K> withDependents(Collection<? extends K> roots) {
    return keys(reach(roots, dependents));
  }

  /** The same nodes with every edge turned round. */
  public Dag<K> reverse() {
    return new Dag<>(nodes, positions, dependents, dependencies);
  }

  /**
   * All nodes, each after what it depends on.
   *
   * @throws IllegalStateException if there is a cycle
   */
  public List<K> order() {
    int[] order = Walk.order(dependencies);
    if (order.length != nodes.size()) {
      throw new IllegalStateException("there is a cycle");
    }
    return keys(order);
  }

  /**
   * The nodes in layers: each in the first one after all that it depends on.
   *
   * @throws IllegalStateException if there is a cycle
   */
  public List<List<K>> layers() {
    int[] layer = new int[nodes.size()];
    int deepest = -1;
    for (K node : order()) {
      int at = position(node);
      for (int dependency : dependencies.of(at)) {
        layer[at] = Math.max(layer[at], layer[dependency] + 1);
      }
      deepest = Math.max(deepest, layer[at]);
    }
    List<List<K>> layers = new ArrayList<>();
    for (int i = 0; i <= deepest; i++) {
      layers.add(new ArrayList<>());
    }
    for (int i = 0; i < layer.length; i++) {
      layers.get(layer[i]).add(nodes.get(i));
    }
    return layers.stream().map(List::copyOf).toList();
  }

  /**
   * For each knot of nodes that depend on each other, a shortest cycle through its first node:
   * every node depends on the one after it, the last on the first. Empty where there is an order.
   */
  public List<List<K>> cycles() {
    // Mostly there is none, and to find an order is cheaper than to look for knots.
    if (Walk.order(dependencies).length == nodes.size()) {
      return List.of();
    }
    List<List<K>> cycles = new ArrayList<>();
    for (int[] knot : Knots.of(dependencies)) {
      cycles.add(keys(Knots.shortestCycle(dependencies, knot)));
    }
    return cycles;
  }

  private int position(K node) {
    Integer position = positions.get(node);
    if (position == null) {
      throw new IllegalArgumentException("no node: " + node);
    }
    return position;
  }

  private int[] reach(Collection<? extends K> roots, Edges edges) {
    BitSet reached = new BitSet(nodes.size());
    int[] pending = new int[nodes.size()];
    int count = 0;
    for (K root : roots) {
      int at = position(root);
      if (!reached.get(at)) {
        reached.set(at);
        pending[count++] = at;
      }
    }
    while (count > 0) {
      for (int next : edges.of(pending[--count])) {
        if (!reached.get(next)) {
          reached.set(next);
          pending[count++] = next;
        }
      }
    }
    return reached.stream().toArray();
  }

  private List<K> keys(int[] chosen) {
    List<K> keys = new ArrayList<>(chosen.length);
    for (int position : chosen) {
      keys.add(nodes.get(position));
    }
    return List.copyOf(keys);
  }
}
