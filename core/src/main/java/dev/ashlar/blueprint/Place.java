package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Diagnostic.Location;

/**
 * Where a scalar stands in a source, and where each of its characters does: escapes and folded
 * lines make that more than a sum.
 *
 * @since 0.1
 */
public interface Place {
  /** Where it begins. */
  Location start();

  /** Where the character at this offset (in code points, from 0) of its value stands. */
  default Location at(int offset) {
    Location start = start();
    return new Location(start.file(), start.line(), start.column() + offset);
  }

  /** A place of which only the beginning is known. */
  static Place of(Location start) {
    return new Start(start);
  }

  /** The place of what was composed in Java: it has none in a text. */
  static Place inCode(String name) {
    return of(new Location(name, 1, 1));
  }

  /**
   * A place of which only the beginning is known.
   *
   * @param start where it begins
   */
  record Start(Location start) implements Place {
    @Override
    public String toString() {
      return start.toString();
    }
  }
}
