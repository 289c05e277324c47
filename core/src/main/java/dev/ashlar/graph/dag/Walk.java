package dev.ashlar.graph.dag;

import java.util.Arrays;

/** Puts every node after what it depends on, and moves none that need not move. */
final class Walk {
  private static final byte NEW = 0;
  private static final byte OPEN = 1;
  private static final byte DONE = 2;

  private Walk() {}

  /**
   * All nodes in order; fewer where there is a cycle. Depth first from the first node on, with a
   * stack of its own.
   */
  static int[] order(Edges dependencies) {
    int size = dependencies.nodes();
    int[] order = new int[size];
    int done = 0;
    byte[] state = new byte[size];
    int[] path = new int[size];
    int[] next = new int[size];
    for (int root = 0; root < size; root++) {
      if (state[root] != NEW) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      state[root] = OPEN;
      while (depth >= 0) {
        int at = path[depth];
        int[] targets = dependencies.of(at);
        if (next[at] == targets.length) {
          state[at] = DONE;
          order[done++] = at;
          depth--;
          continue;
        }
        int target = targets[next[at]++];
        if (state[target] == OPEN) {
          return Arrays.copyOf(order, done);
        }
        if (state[target] == NEW) {
          state[target] = OPEN;
          path[++depth] = target;
        }
      }
    }
    return order;
  }
}
