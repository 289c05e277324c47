package dev.ashlar.plan.object;

import dev.ashlar.blueprint.Term;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The terms that applying evaluates again. A literal in the place of a sensitive property becomes a
 * secret, so that no plan file shows it. The literal parts of a text with expressions stay: the
 * plan shows that text as its expression anyway, and whoever reads the plan must be able to
 * evaluate it.
 */
final class Template {
  private final ResourceSchema schema;
  private final Definitions definitions;

  private Template(ResourceSchema schema) {
    this.schema = schema;
    this.definitions = Definitions.of(schema);
  }

  /** Whether applying must evaluate again: something is unknown, or a file will not hold it. */
  static boolean needed(Value.MapValue declared) {
    return !declared.isKnown() || declared.hasSecret();
  }

  static Term.Fields of(ResourceSchema schema, Term.Fields properties) {
    return new Template(schema).fields(schema.properties(), properties);
  }

  private Term.Fields fields(Map<String, Attribute> attributes, Term.Fields term) {
    SortedMap<String, Term> fields = new TreeMap<>();
    term.fields().forEach((name, inner) -> fields.put(name, term(attributes.get(name), inner)));
    return new Term.Fields(fields, term.places(), term.place());
  }

  private Term term(@Nullable Attribute declared, Term term) {
    if (declared == null) {
      return term;
    }
    Attribute attribute = definitions.effective(declared);
    if (attribute.sensitive() || attribute.writeOnly()) {
      return hidden(term);
    }
    if (term instanceof Term.Literal literal) {
      return marked(attribute, literal);
    }
    if (attribute.shape() instanceof Shape.ObjectShape object && term instanceof Term.Fields in) {
      return fields(object.attributes(), in);
    }
    if (attribute.shape() instanceof Shape.MapShape map && term instanceof Term.Fields in) {
      SortedMap<String, Term> fields = new TreeMap<>();
      in.fields().forEach((key, inner) -> fields.put(key, term(map.values(), inner)));
      return new Term.Fields(fields, in.places(), in.place());
    }
    return attribute.shape() instanceof Shape.ListShape list && term instanceof Term.Items in
        ? new Term.Items(
            in.items().stream().map(inner -> term(list.items(), inner)).toList(), in.place())
        : term;
  }

  /** A literal with parts, as Java gives it, may have secrets inside. */
  private Term marked(Attribute attribute, Term.Literal literal) {
    Value marked = Confidential.value(schema, attribute, literal.value());
    return marked.equals(literal.value())
        ? literal
        : new Term.Literal(marked, Optional.empty(), literal.place());
  }

  private static Term hidden(Term term) {
    if (term instanceof Term.Literal literal) {
      return literal.value() instanceof Value.NullValue
          ? literal
          : new Term.Literal(Value.secret(literal.value()), Optional.empty(), literal.place());
    }
    if (term instanceof Term.Items items) {
      return new Term.Items(items.items().stream().map(Template::hidden).toList(), items.place());
    }
    if (term instanceof Term.Fields fields) {
      SortedMap<String, Term> inner = new TreeMap<>();
      fields.fields().forEach((key, each) -> inner.put(key, hidden(each)));
      return new Term.Fields(inner, fields.places(), fields.place());
    }
    return term;
  }
}
