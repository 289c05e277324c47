package dev.ashlar.drift;

import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.ValuePath;
import java.util.Optional;

/**
 * Where a property is declared, or the nearest place around it.
 *
 * @param term what stands there
 * @param key where its key stands; empty where the place is an item of a list
 * @param exact whether it is the very property
 */
record Spot(Term term, Optional<Location> key, boolean exact) {

  /** Where a path leads in a declaration. */
  static Spot of(ResourceDeclaration declaration, ValuePath path) {
    Term at = declaration.properties();
    Optional<Location> key = Optional.empty();
    for (ValuePath.Step step : path.steps()) {
      Optional<Term> next = Optional.empty();
      Optional<Location> nextKey = Optional.empty();
      if (at instanceof Term.Fields fields && step instanceof ValuePath.Key named) {
        next = Optional.ofNullable(fields.fields().get(named.name()));
        nextKey =
            Optional.ofNullable(fields.places().get(named.name())).map(place -> place.start());
      } else if (at instanceof Term.Items items && step instanceof ValuePath.Index numbered) {
        int index = numbered.index();
        next =
            index < items.items().size() ? Optional.of(items.items().get(index)) : Optional.empty();
      }
      if (next.isEmpty()) {
        return new Spot(at, key, false);
      }
      at = next.get();
      key = nextKey;
    }
    return new Spot(at, key, true);
  }

  /** Where to point at: the key where there is one. */
  Location location() {
    return key.orElseGet(() -> term.place().start());
  }
}
