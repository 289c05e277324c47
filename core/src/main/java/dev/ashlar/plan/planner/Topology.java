package dev.ashlar.plan.planner;

import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.value.keyed.Ordered;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** What is evaluated after what, by the position in the order of the graph. */
final class Topology {
  private static final int[] NONE = {};

  static final Topology EMPTY = new Topology(Ordered.copyOf(Map.of()), new int[0][]);

  private final Ordered<NodeId, Node> nodes;
  private final int[][] dependents;

  private Topology(Ordered<NodeId, Node> nodes, int[][] dependents) {
    this.nodes = nodes;
    this.dependents = dependents;
  }

  static Topology of(Graph graph) {
    Ordered<NodeId, Node> nodes = Ordered.copyOf(graph.nodes());
    int size = nodes.size();
    int[] counts = new int[size];
    int[][] targets = new int[size][];
    for (int i = 0; i < size; i++) {
      targets[i] = targets(nodes.value(i), nodes);
      for (int target : targets[i]) {
        counts[target]++;
      }
    }
    return new Topology(nodes, turned(targets, counts));
  }

  private static int[] targets(Node node, Ordered<NodeId, Node> nodes) {
    List<NodeId> all = node.dependsOn();
    int[] found = new int[all.size()];
    int count = 0;
    for (NodeId id : all) {
      int position = nodes.position(id);
      if (position >= 0) {
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
    return nodes.size();
  }

  NodeId id(int position) {
    return nodes.key(position);
  }

  /** Where a declaration stands; negative where there is none. */
  int position(NodeId id) {
    return nodes.position(id);
  }

  /** Marks all for which it counts whether this is deleted first, be it by way of named values. */
  void staleAbove(int position, BitSet stale) {
    BitSet through = new BitSet();
    through.set(position);
    for (int at = position; at >= 0; at = through.nextSetBit(at + 1)) {
      for (int dependent : dependents[at]) {
        stale.set(dependent);
        if (nodes.key(dependent).kind() != NodeId.Kind.RESOURCE) {
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
