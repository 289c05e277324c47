package dev.ashlar.testkit.assertion;

import java.util.Collection;

/** How what a test names is found again. */
public final class Matching {
  private Matching() {}

  /** Whether each pointer leads to a changed place, or to what it lies in, or is in it. */
  public static boolean covered(Collection<String> pointers, Collection<String> changed) {
    return pointers.stream()
        .allMatch(
            pointer ->
                changed.stream()
                    .anyMatch(
                        path ->
                            path.equals(pointer)
                                || path.startsWith(pointer + "/")
                                || pointer.startsWith(path + "/")));
  }

  /** Whether a place is the one that is meant: in full, or without its column. */
  public static boolean isAt(String place, String meant) {
    return place.equals(meant) || place.startsWith(meant + ":");
  }
}
