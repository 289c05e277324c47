package dev.ashlar.blueprint.reading;

import dev.ashlar.diagnostic.Suggestion;
import java.util.Collection;

/** "Did you mean", as a sentence of its own. */
final class Near {
  private static final int MANY = 500;

  private Near() {}

  /** A sentence with a space before it, or nothing. */
  static String didYouMean(String written, Collection<String> known) {
    return Suggestion.closest(written, likely(written, known))
        .map(word -> " Did you mean \"" + word + "\"?")
        .orElse("");
  }

  /** Of very many names only those that a slip of the hand could have made of it. */
  private static Collection<String> likely(String written, Collection<String> known) {
    if (known.size() <= MANY || written.isEmpty()) {
      return known;
    }
    char first = Character.toLowerCase(written.charAt(0));
    return known.stream()
        .filter(
            name ->
                Math.abs(name.length() - written.length()) <= 2
                    && !name.isEmpty()
                    && Character.toLowerCase(name.charAt(0)) == first)
        .limit(MANY)
        .toList();
  }
}
