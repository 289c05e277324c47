package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Interpolation;
import dev.ashlar.value.Value;
import dev.ashlar.value.keyed.Keyed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads values that may hold expressions. */
final class Terms {
  static final String LITERAL = "$literal";

  private Terms() {}

  /** The term of a node. */
  static Term read(Node node, Problems problems) {
    if (node instanceof Node.Scalar scalar) {
      return scalar(scalar, problems);
    }
    if (node instanceof Node.Sequence sequence) {
      List<Term> items = new ArrayList<>(sequence.items().size());
      sequence.items().forEach(item -> items.add(read(item, problems)));
      return new Term.Items(items, node.place());
    }
    Node.Mapping mapping = (Node.Mapping) node;
    Optional<Term> literal = literal(mapping, problems);
    return literal.isPresent() ? literal.get() : fields(mapping, problems);
  }

  /** The fields of a node that must be a map; none where it is not, which is told. */
  static Term.Fields fields(Node node, String what, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return fields(mapping, problems);
    }
    Literals.wrongType(node, what, "a map", problems);
    return Term.Fields.empty(node.place());
  }

  private static Term.Fields fields(Node.Mapping mapping, Problems problems) {
    int size = mapping.entries().size();
    String[] keys = new String[size];
    Term[] terms = new Term[size];
    Place[] places = new Place[size];
    int count = 0;
    for (Node.Entry entry : mapping.entries()) {
      Optional<String> key = Literals.unescaped(entry.key(), entry.place(), "a key", problems);
      Term value = read(entry.value(), problems);
      if (key.isPresent()) {
        keys[count] = key.get();
        terms[count] = value;
        places[count] = entry.place();
        count++;
      }
    }
    if (count < size) {
      keys = Arrays.copyOf(keys, count);
      terms = Arrays.copyOf(terms, count);
      places = Arrays.copyOf(places, count);
    }
    Keyed.sort(keys, terms, places);
    Keyed<Term> fields = Keyed.of(keys, terms);
    return new Term.Fields(fields, fields.with(places), mapping.place());
  }

  private static Optional<Term> literal(Node.Mapping mapping, Problems problems) {
    Node.Entry marker = mapping.entry(LITERAL);
    if (marker == null) {
      return Optional.empty();
    }
    if (mapping.entries().size() > 1) {
      problems.add(
          BlueprintProblems.BAD_LITERAL,
          marker.place(),
          "\"$literal\" stands alone in its map: what it holds is the whole value. Move the other"
              + " keys into it, or it one level down.");
    }
    Node content = marker.value();
    Optional<String> plain =
        content instanceof Node.Scalar scalar ? scalar.plain() : Optional.empty();
    return Optional.of(new Term.Literal(unread(content), plain, content.place()));
  }

  /** The value as it stands: expressions are texts like others. */
  static Value unread(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.value();
    }
    if (node instanceof Node.Sequence sequence) {
      return Value.list(sequence.items().stream().map(Terms::unread).toList());
    }
    TreeMap<String, Value> entries = new TreeMap<>();
    ((Node.Mapping) node)
        .entries()
        .forEach(entry -> entries.put(entry.key(), unread(entry.value())));
    return Value.map(entries);
  }

  private static Term scalar(Node.Scalar scalar, Problems problems) {
    if (!(scalar.value() instanceof Value.TextValue text) || !text.text().contains("${")) {
      return new Term.Literal(scalar.value(), scalar.plain(), scalar.place());
    }
    Place place = scalar.place();
    Interpolation.Scan scan = Interpolation.scan(text.text());
    if (scan instanceof Interpolation.Unreadable unreadable) {
      problems.add(
          Diagnostic.of(unreadable.problem().code(), unreadable.problem().detail())
              .at(place.at(unreadable.problem().offset())));
      return new Term.Literal(Value.UnknownValue.ANY, Optional.empty(), place);
    }
    Interpolation cut = ((Interpolation.Scanned) scan).interpolation();
    if (cut.parts().size() == 1) {
      return part(cut.parts().get(0), place);
    }
    return new Term.Text(cut.parts().stream().map(part -> part(part, place)).toList(), place);
  }

  private static Term part(Interpolation.Part part, Place place) {
    return part instanceof Interpolation.Code code
        ? new Term.Computed(code.text(), code.offset(), place)
        : new Term.Literal(
            Value.of(((Interpolation.Literal) part).text()), Optional.empty(), place);
  }
}
