package dev.ashlar.graph.dag;

import java.util.Arrays;

/** Edges by the number of the node that they leave: sorted, without repetition. */
final class Edges {
  private final int[][] targets;

  private Edges(int[][] targets) {
    this.targets = targets;
  }

  static Edges of(int[][] targets) {
    return new Edges(targets);
  }

  int nodes() {
    return targets.length;
  }

  /** Not to be changed. */
  int[] of(int node) {
    return targets[node];
  }

  /** Turned round. Going over the nodes in order sorts the new targets without comparing any. */
  Edges reversed() {
    int[] counts = new int[targets.length];
    for (int[] some : targets) {
      for (int target : some) {
        counts[target]++;
      }
    }
    int[][] sources = new int[targets.length][];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = new int[counts[i]];
    }
    int[] filled = new int[targets.length];
    for (int source = 0; source < targets.length; source++) {
      for (int target : targets[source]) {
        boolean repeated = filled[target] > 0 && sources[target][filled[target] - 1] == source;
        if (!repeated) {
          sources[target][filled[target]++] = source;
        }
      }
    }
    for (int i = 0; i < sources.length; i++) {
      if (filled[i] < sources[i].length) {
        sources[i] = Arrays.copyOf(sources[i], filled[i]);
      }
    }
    return new Edges(sources);
  }
}
