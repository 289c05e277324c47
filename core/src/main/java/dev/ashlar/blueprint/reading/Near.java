package dev.ashlar.blueprint.reading;

import dev.ashlar.diagnostic.Suggestion;
import java.util.Collection;

/** "Did you mean", as a sentence of its own. */
final class Near {
  private Near() {}

  /** A sentence with a space before it, or nothing. */
  static String didYouMean(String written, Collection<String> known) {
    return Suggestion.closest(written, known)
        .map(word -> " Did you mean \"" + word + "\"?")
        .orElse("");
  }
}
