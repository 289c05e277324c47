package dev.ashlar.value.keyed;

import java.util.function.IntConsumer;

/** Values in a row: a tree of nodes of 32, of which another value replaces one on each level. */
final class Row<V> {
  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final int MASK = WIDTH - 1;

  private final Object[] root;

  /** How many bits of a place are decided below the root. */
  private final int shift;

  private Row(Object[] root, int shift) {
    this.root = root;
    this.shift = shift;
  }

  static <V> Row<V> of(Object[] values) {
    Object[] level = values;
    int shift = 0;
    while (level.length > WIDTH) {
      Object[] above = new Object[(level.length + MASK) / WIDTH];
      for (int i = 0; i < above.length; i++) {
        int from = i * WIDTH;
        Object[] node = new Object[Math.min(WIDTH, level.length - from)];
        System.arraycopy(level, from, node, 0, node.length);
        above[i] = node;
      }
      level = above;
      shift += BITS;
    }
    return new Row<>(level, shift);
  }

  @SuppressWarnings("unchecked")
  V get(int position) {
    Object[] node = root;
    for (int below = shift; below > 0; below -= BITS) {
      node = (Object[]) node[position >>> below & MASK];
    }
    return (V) node[position & MASK];
  }

  Row<V> with(int position, V value) {
    return new Row<>(replaced(root, shift, position, value), shift);
  }

  private static Object[] replaced(Object[] node, int below, int position, Object value) {
    Object[] copy = node.clone();
    int at = position >>> below & MASK;
    copy[at] = below == 0 ? value : replaced((Object[]) node[at], below - BITS, position, value);
    return copy;
  }

  /**
   * Tells the places where two rows of one length hold other objects; what they share is skipped.
   */
  void differing(Row<V> other, IntConsumer places) {
    differing(root, other.root, shift, 0, places);
  }

  private static void differing(
      Object[] one, Object[] other, int below, int from, IntConsumer places) {
    if (one == other) {
      return;
    }
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        int place = from + (i << below);
        if (below == 0) {
          places.accept(place);
        } else {
          differing((Object[]) one[i], (Object[]) other[i], below - BITS, place, places);
        }
      }
    }
  }
}
