package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives literals the type that is declared for them, and checks them. */
final class Fit {
  private Fit() {}

  /**
   * The value of a literal term: where a text is expected, a plain scalar is its source text; what
   * an object leaves out gets its default. What does not fit stays as it is, for the check to find.
   */
  static Value value(Attribute attribute, Term term) {
    if (term instanceof Term.Literal literal) {
      boolean wantsText = attribute.shape() == Shape.Primitive.STRING;
      return wantsText && literal.plain().isPresent()
          ? Value.of(literal.plain().get())
          : complete(attribute, literal.value());
    }
    if (term instanceof Term.Items items) {
      Attribute each = attribute.shape() instanceof Shape.ListShape list ? list.items() : ANY;
      return Value.list(items.items().stream().map(item -> value(each, item)).toList());
    }
    if (term instanceof Term.Fields fields) {
      TreeMap<String, Value> values = new TreeMap<>();
      fields.fields().forEach((key, field) -> values.put(key, value(of(attribute, key), field)));
      return complete(attribute, Value.map(values));
    }
    throw new IllegalArgumentException("an expression is no literal");
  }

  private static final Attribute ANY = Attribute.of("any", Shape.Primitive.ANY);

  private static Attribute of(Attribute attribute, String key) {
    if (attribute.shape() instanceof Shape.MapShape map) {
      return map.values();
    }
    return attribute.shape() instanceof Shape.ObjectShape object
        ? object.attributes().getOrDefault(key, ANY)
        : ANY;
  }

  static Value complete(Attribute attribute, Value value) {
    if (!(attribute.shape() instanceof Shape.ObjectShape object)
        || !(value instanceof Value.MapValue map)) {
      return value;
    }
    Value.MapValue whole = map;
    for (Map.Entry<String, Attribute> entry : object.attributes().entrySet()) {
      if (whole.get(entry.getKey()).equals(Value.NULL)
          && entry.getValue().defaultValue().isPresent()) {
        whole = whole.with(entry.getKey(), entry.getValue().defaultValue().get());
      }
    }
    return whole;
  }

  /** Whether a value keeps to what is declared; what does not is told where it stands. */
  static boolean check(
      Attribute attribute, Term term, Value value, String what, Problems problems) {
    List<Diagnostic> found = Validator.check(attribute, value);
    for (Diagnostic one : found) {
      ValuePath path = one.path().orElse(ValuePath.ROOT);
      String whole = path.steps().isEmpty() ? what + ": " : what + " of " + attribute.name() + ": ";
      problems.add(
          Diagnostic.of(EnvironmentProblems.BAD_VALUE, sentence(whole + one.detail()))
              .at(place(term, path).start())
              .in(path.steps().isEmpty() ? null : path));
    }
    return found.isEmpty();
  }

  private static String sentence(String detail) {
    return detail.endsWith("?") || detail.endsWith(".") ? detail : detail + ".";
  }

  private static Place place(Term term, ValuePath path) {
    Term at = term;
    for (ValuePath.Step step : path.steps()) {
      if (at instanceof Term.Items items
          && step instanceof ValuePath.Index index
          && index.index() < items.items().size()) {
        at = items.items().get(index.index());
      } else if (at instanceof Term.Fields fields
          && step instanceof ValuePath.Key key
          && fields.fields().containsKey(key.name())) {
        at = fields.fields().get(key.name());
      } else {
        break;
      }
    }
    return at.place();
  }
}
