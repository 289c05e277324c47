package dev.ashlar.expression.cel;

import dev.ashlar.expression.path.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a parameter of a shape in one expression: a constant or a path.
 *
 * @param constant the constant, as CEL sees it
 * @param path the path
 * @param passedOn whether the value is only passed on, so that a number of any size will do
 */
record Slot(@Nullable Object constant, Resolution.@Nullable Resolved path, boolean passedOn) {
  private static final String PREFIX = "@p";

  /** The name of the parameter of a number. */
  static String name(int index) {
    return PREFIX + index;
  }

  /** The number of a parameter of this name; -1 if it is the name of none. */
  static int index(String name) {
    return name.startsWith(PREFIX)
        ? Integer.parseInt(name, PREFIX.length(), name.length(), 10)
        : -1;
  }
}
