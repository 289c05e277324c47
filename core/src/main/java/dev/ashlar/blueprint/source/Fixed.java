package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic.Location;

/**
 * The place of a scalar on one line without quotes and escapes, or of what has only a beginning.
 *
 * @param file the source's name
 * @param line the line, from 1
 * @param column the column of its first character, from 1
 */
record Fixed(String file, int line, int column) implements Place {
  @Override
  public Location start() {
    return new Location(file, line, column);
  }

  @Override
  public Location at(int offset) {
    return new Location(file, line, column + offset);
  }

  @Override
  public String toString() {
    return start().toString();
  }
}
