package dev.ashlar.blueprint;

import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A typed input that is more than one reference: a literal, a parameter, a text with references in
 * it, a list. Immutable.
 *
 * @param <V> the Java type of the value
 * @since 0.1
 */
public final class Expression<V> implements Input<V> {
  /** What has been composed in Java has no place in a text. */
  static final Place PLACE = Place.inCode("(composed in Java)");

  private final Term term;

  private Expression(Term term) {
    this.term = term;
  }

  /**
   * A value that is known now: a text, number, boolean, constant of an enum, duration, {@link
   * Value}, or a collection or map of these.
   *
   * @throws IllegalArgumentException if a text in it holds <code>${</code>, which looks like a
   *     reference that was joined to it; or if it is of another type
   */
  public static <V> Expression<V> literal(V value) {
    return new Expression<>(JavaValues.term(value));
  }

  /** A text as it is, such as a script with its own <code>${…}</code>. */
  public static Expression<String> verbatim(String text) {
    return new Expression<>(new Term.Literal(Value.of(text), Optional.empty(), PLACE));
  }

  /** The value of a parameter. That it has this type is the caller's claim. */
  public static <V> Expression<V> parameter(String name, Class<V> type) {
    return cel("params." + name, type);
  }

  /** The value of a sensitive parameter. */
  public static Expression<Secret<String>> secretParameter(String name) {
    return new Expression<>(computed("params." + name));
  }

  /** A text that is to be treated as a secret from here on. */
  public static Expression<Secret<String>> secret(Input<String> text) {
    return new Expression<>(text.term());
  }

  /**
   * A text that is put together.
   *
   * @param parts texts, numbers and booleans, and inputs of these types
   * @throws IllegalArgumentException if a text holds <code>${</code>, or a part is of another type
   */
  public static Expression<String> text(Object... parts) {
    List<Term> terms = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Input<?> input) {
        terms.add(input.term());
      } else if (part instanceof String || part instanceof Number || part instanceof Boolean) {
        terms.add(
            new Term.Literal(
                Value.of(JavaValues.scalar(part).toString()), Optional.empty(), PLACE));
      } else {
        throw new IllegalArgumentException(
            "part " + terms.size() + " of a text is neither text, number, boolean nor input");
      }
    }
    return new Expression<>(joined(terms));
  }

  /** Texts inside texts are one text; a text without references is a literal. */
  private static Term joined(List<Term> parts) {
    List<Term> flat = new ArrayList<>();
    for (Term part : parts) {
      for (Term piece : part instanceof Term.Text text ? text.parts() : List.of(part)) {
        if (piece instanceof Term.Items || piece instanceof Term.Fields) {
          throw new IllegalArgumentException("a list or an object cannot stand in a text");
        }
        Term last = flat.isEmpty() ? piece : flat.get(flat.size() - 1);
        if (piece instanceof Term.Literal more
            && last instanceof Term.Literal before
            && !flat.isEmpty()) {
          flat.set(flat.size() - 1, text(before.value().toString() + more.value()));
        } else {
          flat.add(piece);
        }
      }
    }
    return flat.size() == 1 && flat.get(0) instanceof Term.Literal literal
        ? literal
        : flat.isEmpty() ? text("") : new Term.Text(flat, PLACE);
  }

  private static Term text(String text) {
    return new Term.Literal(Value.of(text), Optional.empty(), PLACE);
  }

  /** A list of inputs. */
  public static <V> Expression<List<V>> list(List<? extends Input<? extends V>> items) {
    return new Expression<>(new Term.Items(items.stream().map(Input::term).toList(), PLACE));
  }

  /** A map of inputs. */
  public static <V> Expression<Map<String, V>> map(
      Map<String, ? extends Input<? extends V>> entries) {
    SortedMap<String, Term> fields = new TreeMap<>();
    entries.forEach((key, value) -> fields.put(JavaValues.key(key), value.term()));
    return new Expression<>(fields(fields));
  }

  /** An object that has no attributes yet: see {@link #with}. */
  public static <V> Expression<V> object() {
    return new Expression<>(Term.Fields.empty(PLACE));
  }

  /**
   * The same object with one attribute more.
   *
   * @param attribute its name, the cloud's own
   * @throws IllegalStateException if this is no {@link #object}
   */
  public Expression<V> with(String attribute, Input<?> value) {
    if (!(term instanceof Term.Fields object)) {
      throw new IllegalStateException("only an object can have one attribute more");
    }
    SortedMap<String, Term> fields = new TreeMap<>(object.fields());
    fields.put(attribute, value.term());
    return new Expression<>(fields(fields));
  }

  /**
   * An expression of the blueprint language, without the braces. That it has this type is the
   * caller's claim; the engine checks it like any other.
   */
  public static <V> Expression<V> cel(String text, Class<V> type) {
    return new Expression<>(computed(text));
  }

  static Term computed(String expression) {
    return new Term.Computed(expression, 2, PLACE);
  }

  static Term.Fields fields(SortedMap<String, Term> fields) {
    TreeMap<String, Place> places = new TreeMap<>();
    fields.keySet().forEach(key -> places.put(key, PLACE));
    return new Term.Fields(fields, places, PLACE);
  }

  @Override
  public Term term() {
    return term;
  }

  /** As it stands in a document, where it is one text; else only what it is. */
  @Override
  public String toString() {
    return term instanceof Term.Computed computed ? "${" + computed.expression() + "}" : "${…}";
  }
}
