package dev.ashlar.diagnostic.suggestion;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one is nearest to. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The nearest known word: equal but for case, or at most a third of the letters away (two for
   * short words). The first in the collection's order where several are equally near.
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    String wanted = given.toLowerCase(Locale.ROOT);
    int best = Math.max(2, Math.min(6, wanted.length() / 3)) + 1;
    String nearest = null;
    for (String candidate : known) {
      String word = candidate.toLowerCase(Locale.ROOT);
      if (Math.abs(word.length() - wanted.length()) >= best) {
        continue;
      }
      int distance = distance(wanted, word);
      if (distance < best && distance < Math.max(word.length(), 2)) {
        best = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The same as the end of a sentence: {@code ; did you mean "x"?}, or nothing. */
  public static String didYouMean(String given, Collection<String> known) {
    return nearest(given, known).map(word -> "; did you mean \"" + word + "\"?").orElse("");
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
   */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
