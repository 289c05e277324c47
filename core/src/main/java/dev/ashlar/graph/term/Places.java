package dev.ashlar.graph.term;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.ValuePath;

/** Finds where a part of a term stands in its source. */
public final class Places {
  private Places() {}

  /**
   * The place of the part that a path leads to, or of what is nearest to it: a missing entry is
   * looked for where the map begins.
   */
  public static Location of(Term term, ValuePath path) {
    return TermCompiler.start(nearest(term, path));
  }

  /** The place of the key that a path ends with, or of what is nearest to it. */
  public static Location ofKey(Term term, ValuePath path) {
    int last = path.steps().size() - 1;
    if (last >= 0 && path.steps().get(last) instanceof ValuePath.Key key) {
      Term parent = nearest(term, new ValuePath(path.steps().subList(0, last)));
      if (parent instanceof Term.Fields fields && fields.places().containsKey(key.name())) {
        Place place = fields.places().get(key.name());
        return place.start();
      }
    }
    return of(term, path);
  }

  /** The deepest part of a term on the way that a path goes. */
  static Term nearest(Term term, ValuePath path) {
    Term at = term;
    for (ValuePath.Step step : path.steps()) {
      if (at instanceof Term.Fields fields
          && step instanceof ValuePath.Key key
          && fields.fields().containsKey(key.name())) {
        at = fields.fields().get(key.name());
      } else if (at instanceof Term.Items items
          && step instanceof ValuePath.Index index
          && index.index() < items.items().size()) {
        at = items.items().get(index.index());
      } else {
        return at;
      }
    }
    return at;
  }
}
