package dev.ashlar.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What somebody may have meant who wrote a name that does not exist.
 *
 * @since 0.1
 */
public final class Suggestion {
  private static final int LONGEST = 200;
  private static final int MANY = 500;

  private Suggestion() {}

  /**
   * The most similar of the names that exist; letter case counts little. The first in alphabetical
   * order where several are as similar.
   *
   * @return empty where none is similar enough to be meant
   */
  public static Optional<String> closest(String written, Collection<String> existing) {
    String wanted = written.toLowerCase(Locale.ROOT);
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    int limit = Math.max(1, wanted.length() / 3);
    String best = "";
    int least = limit + 1;
    for (String name : new TreeSet<>(likely(written, existing))) {
      if (Math.abs(name.length() - wanted.length()) <= limit) {
        int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
        if (distance < least) {
          least = distance;
          best = name;
        }
      }
    }
    return least <= limit ? Optional.of(best) : Optional.empty();
  }

  /** {@code "; did you mean NAME?"}, or the empty text where nothing is similar. */
  public static String clause(String written, Collection<String> existing) {
    return closest(written, existing).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** {@code " Did you mean "NAME"?"}, or the empty text where nothing is similar. */
  public static String sentence(String written, Collection<String> existing) {
    return closest(written, existing).map(name -> " Did you mean \"" + name + "\"?").orElse("");
  }

  /** Of very many names only those that a slip of the hand could have made of it. */
  private static Collection<String> likely(String written, Collection<String> existing) {
    if (existing.size() <= MANY || written.isEmpty()) {
      return existing;
    }
    char first = Character.toLowerCase(written.charAt(0));
    return existing.stream()
        .filter(
            name ->
                Math.abs(name.length() - written.length()) <= 2
                    && !name.isEmpty()
                    && Character.toLowerCase(name.charAt(0)) == first)
        .limit(MANY)
        .toList();
  }

  /** Insertions, deletions, replacements, and two neighbours exchanged, each counts one. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
