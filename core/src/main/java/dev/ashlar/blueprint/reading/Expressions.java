package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import java.util.List;

/** Finds the expressions in a term. */
final class Expressions {
  private Expressions() {}

  /** Adds where each expression stands. */
  static void find(Term term, List<Place> found) {
    if (term instanceof Term.Computed computed) {
      found.add(Place.of(computed.place().at(Math.max(0, computed.offset() - 2))));
    } else if (term instanceof Term.Text text) {
      text.parts().forEach(part -> find(part, found));
    } else if (term instanceof Term.Items items) {
      items.items().forEach(item -> find(item, found));
    } else if (term instanceof Term.Fields fields) {
      fields.fields().values().forEach(field -> find(field, found));
    }
  }
}
