package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic.Location;
import java.util.Arrays;

/**
 * The place of a scalar whose characters do not stand one after the other: runs that do, each with
 * the offset in the value at which it begins.
 */
final class Runs implements Place {
  private final Location start;
  private final int[] offsets;
  private final int[] lines;
  private final int[] columns;

  private Runs(Location start, int[] offsets, int[] lines, int[] columns) {
    this.start = start;
    this.offsets = offsets;
    this.lines = lines;
    this.columns = columns;
  }

  @Override
  public Location start() {
    return start;
  }

  @Override
  public Location at(int offset) {
    int found = Arrays.binarySearch(offsets, offset);
    int run = found >= 0 ? found : -found - 2;
    if (run < 0) {
      return start;
    }
    return new Location(start.file(), lines[run], columns[run] + offset - offsets[run]);
  }

  @Override
  public String toString() {
    return start.toString();
  }

  /** Notes where characters stand, in the order of the value. */
  static final class Builder {
    private final Location start;
    private int[] offsets = new int[8];
    private int[] lines = new int[8];
    private int[] columns = new int[8];
    private int size;

    Builder(Location start) {
      this.start = start;
    }

    /** The character of the value at this offset stands there. */
    void mark(int offset, int line, int column) {
      if (size > 0) {
        int last = size - 1;
        if (offset <= offsets[last]
            || line == lines[last] && column - columns[last] == offset - offsets[last]) {
          return;
        }
      }
      if (size == offsets.length) {
        offsets = Arrays.copyOf(offsets, size * 2);
        lines = Arrays.copyOf(lines, size * 2);
        columns = Arrays.copyOf(columns, size * 2);
      }
      offsets[size] = offset;
      lines[size] = line;
      columns[size] = column;
      size++;
    }

    Runs build() {
      return new Runs(
          start,
          Arrays.copyOf(offsets, size),
          Arrays.copyOf(lines, size),
          Arrays.copyOf(columns, size));
    }
  }
}
