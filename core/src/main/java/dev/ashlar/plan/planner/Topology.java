package dev.ashlar.plan.planner;

import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is evaluated after what, by the position in the order of the graph. */
final class Topology {
  private static final int[] NONE = {};

  private final NodeId[] ids;
  private final Map<NodeId, Integer> positions;
  private final int[][] dependents;

  private Topology(NodeId[] ids, Map<NodeId, Integer> positions, int[][] dependents) {
    this.ids = ids;
    this.positions = positions;
    this.dependents = dependents;
  }

  static Topology of(Graph graph) {
    int size = graph.nodes().size();
    NodeId[] ids = graph.nodes().keySet().toArray(NodeId[]::new);
    Map<NodeId, Integer> positions = new HashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      positions.put(ids[i], i);
    }
    int[] counts = new int[size];
    int[][] targets = new int[size][];
    int at = 0;
    for (Node node : graph.nodes().values()) {
      targets[at] = targets(node, positions);
      for (int target : targets[at++]) {
        counts[target]++;
      }
    }
    return new Topology(ids, positions, turned(targets, counts));
  }

  private static int[] targets(Node node, Map<NodeId, Integer> positions) {
    List<NodeId> all = node.dependsOn();
    int[] found = new int[all.size()];
    int count = 0;
    for (NodeId id : all) {
      Integer position = positions.get(id);
      if (position != null) {
        found[count++] = position;
      }
    }
    return count == found.length ? found : Arrays.copyOf(found, count);
  }

  private static int[][] turned(int[][] targets, int[] counts) {
    int[][] sources = new int[targets.length][];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = counts[i] == 0 ? NONE : new int[counts[i]];
    }
    for (int source = targets.length - 1; source >= 0; source--) {
      for (int target : targets[source]) {
        sources[target][--counts[target]] = source;
      }
    }
    return sources;
  }

  int size() {
    return ids.length;
  }

  NodeId id(int position) {
    return ids[position];
  }

  /** Where a declaration stands; negative where there is none. */
  int position(NodeId id) {
    return positions.getOrDefault(id, -1);
  }

  /** Marks all for which it counts whether this is deleted first, be it by way of named values. */
  void staleAbove(int position, BitSet stale) {
    BitSet through = new BitSet();
    through.set(position);
    for (int at = position; at >= 0; at = through.nextSetBit(at + 1)) {
      for (int dependent : dependents[at]) {
        stale.set(dependent);
        if (ids[dependent].kind() != NodeId.Kind.RESOURCE) {
          through.set(dependent);
        }
      }
    }
  }

  /** The positions of what depends on it directly. Not to be changed. */
  int[] dependents(int position) {
    return dependents[position];
  }
}
