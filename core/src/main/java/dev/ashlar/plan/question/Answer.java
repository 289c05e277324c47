package dev.ashlar.plan.question;

import dev.ashlar.connector.PlanRefining;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;

/** What was seen of the outside. */
public sealed interface Answer {

  /**
   * One object as it is.
   *
   * @param identity the provider's identifier
   * @param properties what is set; write-only properties are secret unknowns
   * @param outputs what the cloud gives
   */
  record Seen(String identity, Value.MapValue properties, Value.MapValue outputs) {}

  /**
   * An object as it is, or that it is not there: for {@link Question.Refresh} and {@link
   * Question.Existing}.
   *
   * @param seen the object
   */
  record Looked(Optional<Seen> seen) implements Answer {}

  /**
   * The objects that match: for {@link Question.Search}.
   *
   * @param objects in a stable order
   */
  record Searched(List<Seen> objects) implements Answer {
    /** Copies the list. */
    public Searched {
      objects = List.copyOf(objects);
    }
  }

  /**
   * A completed plan: for {@link Question.Refine}. Empty where the connector refines nothing.
   *
   * @param refinement the completion
   */
  record Refined(Optional<PlanRefining.Refinement> refinement) implements Answer {}

  /**
   * There is no answer.
   *
   * @param diagnostics why, at least one error
   */
  record Unanswered(List<Diagnostic> diagnostics) implements Answer {
    /** Copies the list. */
    public Unanswered {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
