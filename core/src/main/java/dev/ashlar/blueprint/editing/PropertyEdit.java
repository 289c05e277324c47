package dev.ashlar.blueprint.editing;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sets or removes what a path names inside a term. */
final class PropertyEdit {
  private final ValuePath path;
  private final Optional<Term> value;

  /**
   * @param value what is set; empty to remove
   */
  PropertyEdit(ValuePath path, Optional<Term> value) {
    this.path = path;
    this.value = value;
  }

  /** The properties with the change. */
  Term.Fields apply(Term.Fields properties) {
    if (path.steps().isEmpty() || !(path.steps().get(0) instanceof ValuePath.Key key)) {
      throw new Refused("The path names no property.");
    }
    return inFields(properties, key.name(), 0);
  }

  private Optional<Term> at(Optional<Term> term, int depth) {
    if (depth == path.steps().size()) {
      return value;
    }
    ValuePath.Step step = path.steps().get(depth);
    Term inside = term.map(PropertyEdit::opened).orElseGet(() -> empty(step));
    if (inside instanceof Term.Fields fields) {
      String key =
          step instanceof ValuePath.Key name
              ? name.name()
              : String.valueOf(((ValuePath.Index) step).index());
      return Optional.of(inFields(fields, key, depth));
    }
    if (inside instanceof Term.Items items) {
      return Optional.of(inItems(items, index(step), depth));
    }
    throw new Refused(
        "Nothing can be set inside %s, which is neither a map nor a list in the document."
            .formatted(new ValuePath(path.steps().subList(0, depth))));
  }

  private Term.Fields inFields(Term.Fields fields, String key, int depth) {
    Optional<Term> before = Optional.ofNullable(fields.fields().get(key));
    if (before.isEmpty() && value.isEmpty()) {
      throw new Refused("There is no %s to remove.".formatted(path));
    }
    Optional<Term> after = at(before, depth + 1);
    TreeMap<String, Term> changed = new TreeMap<>(fields.fields());
    TreeMap<String, Place> places = new TreeMap<>(fields.places());
    if (after.isPresent()) {
      changed.put(key, after.get());
      places.putIfAbsent(key, fields.place());
    } else {
      changed.remove(key);
      places.remove(key);
    }
    return new Term.Fields(changed, places, fields.place());
  }

  private Term.Items inItems(Term.Items items, int index, int depth) {
    int size = items.items().size();
    if (index < 0 || index > size || index == size && value.isEmpty()) {
      throw new Refused("%s is beyond the end of its list.".formatted(path));
    }
    List<Term> changed = new ArrayList<>(items.items());
    Optional<Term> before = index < size ? Optional.of(changed.get(index)) : Optional.empty();
    Optional<Term> after = at(before, depth + 1);
    if (after.isEmpty()) {
      changed.remove(index);
    } else if (index == size) {
      changed.add(after.get());
    } else {
      changed.set(index, after.get());
    }
    return new Term.Items(changed, items.place());
  }

  private static int index(ValuePath.Step step) {
    if (step instanceof ValuePath.Index index) {
      return index.index();
    }
    String name = ((ValuePath.Key) step).name();
    return name.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(name) : -1;
  }

  private static Term empty(ValuePath.Step step) {
    Place place = Place.inCode("edit");
    return step instanceof ValuePath.Index
        ? new Term.Items(List.of(), place)
        : Term.Fields.empty(place);
  }

  /** A literal map or list as terms, so that a part of it can be changed. */
  private static Term opened(Term term) {
    return term instanceof Term.Literal literal
            && (literal.value() instanceof Value.MapValue
                || literal.value() instanceof Value.ListValue)
        ? Term.of(literal.value(), literal.place())
        : term;
  }
}
