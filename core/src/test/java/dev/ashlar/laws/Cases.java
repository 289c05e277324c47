package dev.ashlar.laws;

import java.util.function.LongConsumer;

/** How many cases a law is tried on: {@code -Dlaws.cases=N} for all, {@code -Dlaws.seed=S}. */
final class Cases {
  private Cases() {}

  /** Tries a law on its usual number of cases, on as many as asked for, or on the one of a seed. */
  static void each(int usual, LongConsumer law) {
    Long only = Long.getLong("laws.seed");
    if (only != null) {
      law.accept(only);
      return;
    }
    int cases = Integer.getInteger("laws.cases", usual);
    for (long seed = 0; seed < cases; seed++) {
      law.accept(seed);
    }
  }

  /** How many of the kinds of things must have come up at least; none where one seed is tried. */
  static int some(int usual) {
    return Long.getLong("laws.seed") == null && Integer.getInteger("laws.cases", 30) >= 30
        ? usual
        : -1;
  }
}
