package dev.ashlar.graph.term;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.ValuePath;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a value came from.
 *
 * @param expression the text that made it, as the source has it; empty where it is a literal
 * @param location where that stands
 */
public record Origin(Optional<String> expression, Location location) {
  /**
   * Where the value at a path of a term's value came from; found only when asked for. Items before
   * an omitted one keep their origin, later ones are counted without it.
   */
  public static Origin of(Term term, ValuePath path) {
    Term at = Places.nearest(term, path);
    return new Origin(text(at), TermCompiler.start(at));
  }

  private static Optional<String> text(Term term) {
    if (term instanceof Term.Computed computed) {
      return Optional.of(computed.expression().strip());
    }
    if (!(term instanceof Term.Text text)) {
      return Optional.empty();
    }
    return Optional.of(text.parts().stream().map(Origin::part).collect(Collectors.joining()));
  }

  private static String part(Term part) {
    return part instanceof Term.Computed computed
        ? "${" + computed.expression() + "}"
        : part instanceof Term.Literal literal ? literal.value().toString() : "";
  }
}
