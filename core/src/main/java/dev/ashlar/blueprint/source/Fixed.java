package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic.Location;

/**
 * The place of a scalar on one line without escapes.
 *
 * @param start where it begins
 * @param quote how many characters stand before its value
 */
record Fixed(Location start, int quote) implements Place {
  @Override
  public Location at(int offset) {
    return new Location(start.file(), start.line(), start.column() + quote + offset);
  }

  @Override
  public String toString() {
    return start.toString();
  }
}
