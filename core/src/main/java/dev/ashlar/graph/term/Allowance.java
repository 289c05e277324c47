package dev.ashlar.graph.term;

import dev.ashlar.value.Value;

/**
 * How much the expressions of one term may bring into its value together, and how deep it may nest.
 * What is shared counts as often as it stands there: a few lines that name each other twice would
 * otherwise make a value that fills any memory.
 */
final class Allowance {
  private static final long CHARACTERS_AND_ITEMS = 4_000_000;
  private static final int DEPTH = 400;

  private long left = CHARACTERS_AND_ITEMS;
  private boolean said;

  /** Whether there is room for this value, below so many lists and maps. */
  boolean hasRoomFor(Value value, int above) {
    left--;
    if (left < 0 || above > DEPTH) {
      left = -1;
      return false;
    }
    if (value instanceof Value.SecretValue secret) {
      return hasRoomFor(secret.content(), above);
    }
    if (value instanceof Value.TextValue text) {
      left -= text.text().length();
      return left >= 0;
    }
    if (value instanceof Value.ListValue list) {
      return list.items().stream().allMatch(item -> hasRoomFor(item, above + 1));
    }
    if (value instanceof Value.MapValue map) {
      return map.entries().entrySet().stream()
          .allMatch(
              entry -> {
                left -= entry.getKey().length();
                return hasRoomFor(entry.getValue(), above + 1);
              });
    }
    return true;
  }

  /** Whether it was not said before that there is no room: once is enough. */
  boolean isNews() {
    boolean news = !said;
    said = true;
    return news;
  }
}
