package dev.ashlar.graph.problem;

import dev.ashlar.diagnostic.Suggestion;
import java.util.Collection;

/** How a sentence about a name that does not exist ends. */
public final class DidYouMean {
  private DidYouMean() {}

  /** A question with the name that was meant, or a full stop. */
  public static String ending(String written, Collection<String> existing) {
    String clause = Suggestion.clause(written, existing);
    return clause.isEmpty() ? "." : clause;
  }
}
