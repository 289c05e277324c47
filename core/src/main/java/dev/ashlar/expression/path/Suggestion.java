package dev.ashlar.expression.path;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the nearest of the names that exist. */
public final class Suggestion {
  private Suggestion() {}

  /** A sentence with the nearest name, with a space before it; empty where none is near. */
  public static String of(String name, Collection<String> names) {
    int limit = Math.max(1, name.length() / 3);
    String best = "";
    int bestDistance = limit + 1;
    for (String candidate : names) {
      if (candidate.startsWith("$") || Math.abs(candidate.length() - name.length()) > limit) {
        continue;
      }
      int distance =
          candidate.equalsIgnoreCase(name)
              ? 0
              : distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : " Did you mean \"" + best + "\"?";
  }

  /** How many letters to insert, delete, replace, or swap with their neighbour. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
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
