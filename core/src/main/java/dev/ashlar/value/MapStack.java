package dev.ashlar.value;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds map values from the inside out, as they are read: entries are pushed, and popped together
 * as a map. Maps with the same keys share them. For one thread.
 *
 * @since 0.1
 */
public final class MapStack {
  private static final int SHAPES = 64;
  private static final int LARGE = 64;

  private final String[][] shapes = new String[SHAPES][];
  private String[] keys = new String[32];
  private Value[] values = new Value[32];
  private int top;

  /** An empty stack. */
  public MapStack() {}

  /** Where the entries of the next map begin. */
  public int mark() {
    return top;
  }

  /** Adds an entry to the map that is built. */
  public void push(String key, Value value) {
    if (top == keys.length) {
      keys = Arrays.copyOf(keys, 2 * top);
      values = Arrays.copyOf(values, 2 * top);
    }
    keys[top] = key;
    values[top++] = value;
  }

  /** Forgets all entries since a mark. */
  public void drop(int mark) {
    if (top > mark) {
      Arrays.fill(values, mark, top, null);
      top = mark;
    }
  }

  /**
   * The map of all entries since a mark, which leave the stack.
   *
   * @throws IllegalArgumentException if a key stands twice
   */
  public Value.MapValue pop(int mark) {
    if (top == mark) {
      return Value.MapValue.EMPTY;
    }
    sort(mark);
    Value[] taken = Arrays.copyOfRange(values, mark, top);
    String[] shape = shape(mark);
    drop(mark);
    return new Value.MapValue(new Entries(shape, taken));
  }

  /** By insertion: whatever we wrote is sorted already. */
  private void sort(int mark) {
    if (top - mark > LARGE) {
      sortLarge(mark);
      return;
    }
    for (int i = mark + 1; i < top; i++) {
      String key = keys[i];
      Value value = values[i];
      int at = i;
      for (; at > mark; at--) {
        int order = keys[at - 1].compareTo(key);
        if (order == 0) {
          throw new IllegalArgumentException("a key stands twice");
        }
        if (order < 0) {
          break;
        }
        keys[at] = keys[at - 1];
        values[at] = values[at - 1];
      }
      keys[at] = key;
      values[at] = value;
    }
  }

  private void sortLarge(int mark) {
    SortedMap<String, Value> sorted = new TreeMap<>();
    for (int i = mark; i < top; i++) {
      if (sorted.put(keys[i], values[i]) != null) {
        throw new IllegalArgumentException("a key stands twice");
      }
    }
    int at = mark;
    for (Map.Entry<String, Value> entry : sorted.entrySet()) {
      keys[at] = entry.getKey();
      values[at++] = entry.getValue();
    }
  }

  /** The keys since a mark; the same array where the last map with such keys is not long ago. */
  private String[] shape(int mark) {
    int hash = top - mark;
    for (int i = mark; i < top; i++) {
      hash = 31 * hash + keys[i].hashCode();
    }
    int slot = (hash ^ hash >>> 16) & SHAPES - 1;
    String[] known = shapes[slot];
    if (known == null || !Arrays.equals(known, 0, known.length, keys, mark, top)) {
      known = Arrays.copyOfRange(keys, mark, top);
      shapes[slot] = known;
    }
    return known;
  }
}
