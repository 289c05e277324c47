package dev.ashlar.graph.dag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the nodes that depend on each other: strongly connected components of more than one node,
 * by Tarjan's algorithm with a stack of its own.
 */
final class Knots {
  private final Edges edges;
  private final int[] number;
  private final int[] lowest;
  private final int[] next;
  private final int[] stack;
  private final BitSet stacked = new BitSet();
  private final List<int[]> knots = new ArrayList<>();
  private int height;
  private int numbered;

  private Knots(Edges edges) {
    this.edges = edges;
    int size = edges.nodes();
    number = new int[size];
    lowest = new int[size];
    next = new int[size];
    stack = new int[size];
  }

  /** Each knot's nodes in order; the knots in the order of their first nodes. */
  static List<int[]> of(Edges edges) {
    Knots search = new Knots(edges);
    int[] path = new int[edges.nodes()];
    for (int root = 0; root < edges.nodes(); root++) {
      if (search.number[root] == 0) {
        search.visit(root, path);
      }
    }
    search.knots.sort(Comparator.comparingInt(knot -> knot[0]));
    return search.knots;
  }

  private void visit(int root, int[] path) {
    int depth = 0;
    path[0] = root;
    enter(root);
    while (depth >= 0) {
      int at = path[depth];
      int[] targets = edges.of(at);
      if (next[at] < targets.length) {
        int target = targets[next[at]++];
        if (number[target] == 0) {
          enter(target);
          path[++depth] = target;
        } else if (stacked.get(target)) {
          lowest[at] = Math.min(lowest[at], number[target]);
        }
        continue;
      }
      if (lowest[at] == number[at]) {
        leave(at);
      }
      depth--;
      if (depth >= 0) {
        lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[at]);
      }
    }
  }

  private void enter(int node) {
    number[node] = ++numbered;
    lowest[node] = numbered;
    stack[height++] = node;
    stacked.set(node);
  }

  private void leave(int first) {
    int from = height;
    do {
      from--;
      stacked.clear(stack[from]);
    } while (stack[from] != first);
    if (height - from > 1) {
      int[] knot = Arrays.copyOfRange(stack, from, height);
      Arrays.sort(knot);
      knots.add(knot);
    }
    height = from;
  }

  /** A shortest cycle within a knot that starts at its first node. */
  static int[] shortestCycle(Edges edges, int[] knot) {
    int first = knot[0];
    int[] cameFrom = new int[knot.length];
    int[] queue = new int[knot.length];
    Arrays.fill(cameFrom, -1);
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      for (int target : edges.of(knot[queue[head]])) {
        if (target == first) {
          return path(knot, cameFrom, queue[head]);
        }
        int index = Arrays.binarySearch(knot, target);
        if (index >= 0 && cameFrom[index] < 0) {
          cameFrom[index] = queue[head];
          queue[tail++] = index;
        }
      }
    }
    throw new IllegalStateException("the nodes are no knot");
  }

  private static int[] path(int[] knot, int[] cameFrom, int last) {
    int length = 1;
    for (int at = last; at != 0; at = cameFrom[at]) {
      length++;
    }
    int[] path = new int[length];
    int at = last;
    for (int i = length - 1; i >= 0; i--) {
      path[i] = knot[at];
      at = i == 0 ? at : cameFrom[at];
    }
    return path;
  }
}
