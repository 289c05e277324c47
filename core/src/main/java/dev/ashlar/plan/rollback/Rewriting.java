package dev.ashlar.plan.rollback;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes recorded values again where they hold what another object gives by now: what is known of
 * it, else an expression that reads it while applying.
 */
public final class Rewriting {
  /** A shorter text inside another one may stand there by chance. */
  private static final int SHORTEST_PART = 8;

  private final Map<String, Source> sources;
  private final List<String> parts;
  private final Map<ValuePath, Supplied> supplied;
  private final Place place;
  private boolean stale;

  private Rewriting(Map<String, Source> sources, Map<ValuePath, Supplied> supplied, Place place) {
    this.sources = sources;
    this.supplied = supplied;
    this.place = place;
    this.parts =
        sources.keySet().stream()
            .filter(text -> text.length() >= SHORTEST_PART)
            .sorted(
                Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }

  /**
   * A value of which only a fingerprint is recorded, and which was found again.
   *
   * @param value the value, secret
   * @param expression what gives it
   */
  public record Supplied(Value value, String expression) {}

  /**
   * Values, written again.
   *
   * @param values with unknowns where only applying will tell
   * @param terms what these are evaluated from, by the name of the property
   * @param stale whether a secret holds, among other things, what another object gives by now: it
   *     stays as it was, for its parts must not be told apart
   */
  public record Rewritten(Value.MapValue values, Term.Fields terms, boolean stale) {}

  /** The declared values of an object that depends on these names. */
  public static Rewritten properties(
      Value.MapValue declared,
      Provenance provenance,
      Collection<String> dependencies,
      Map<ValuePath, Supplied> supplied,
      Place place) {
    if (supplied.isEmpty() && provenance.isEmpty()) {
      return new Rewritten(declared, Term.Fields.empty(place), false);
    }
    return new Rewriting(provenance.of(dependencies), supplied, place).all(declared);
  }

  /** The outputs of a blueprint. */
  public static Rewritten outputs(Value.MapValue outputs, Provenance provenance, Place place) {
    return new Rewriting(provenance.all(), Map.of(), place).all(outputs);
  }

  private Rewritten all(Value.MapValue values) {
    SortedMap<String, Value> rewritten = new TreeMap<>();
    SortedMap<String, Term> terms = new TreeMap<>();
    SortedMap<String, Place> places = new TreeMap<>();
    for (Map.Entry<String, Value> entry : values.entries().entrySet()) {
      Piece piece = piece(ValuePath.of(entry.getKey()), entry.getValue());
      rewritten.put(entry.getKey(), piece.value());
      if (piece.computed()) {
        terms.put(entry.getKey(), piece.term());
        places.put(entry.getKey(), place);
      }
    }
    return new Rewritten(
        new Value.MapValue(rewritten), new Term.Fields(terms, places, place), stale);
  }

  /**
   * A part of a value.
   *
   * @param computed whether an expression is in its term
   */
  private record Piece(Value value, Term term, boolean computed) {}

  private Piece piece(ValuePath path, Value value) {
    Supplied found = supplied.get(path);
    if (found != null) {
      return new Piece(found.value(), new Term.Computed(found.expression(), 0, place), true);
    }
    if (value instanceof Value.SecretValue secret) {
      return secret(secret);
    }
    if (value instanceof Value.TextValue text) {
      return text(text.text());
    }
    if (value instanceof Value.ListValue list) {
      List<Value> values = new ArrayList<>();
      List<Term> terms = new ArrayList<>();
      boolean computed = false;
      for (int i = 0; i < list.items().size(); i++) {
        Piece item = piece(path.index(i), list.items().get(i));
        values.add(item.value());
        terms.add(item.term());
        computed |= item.computed();
      }
      return new Piece(Value.list(values), new Term.Items(terms, place), computed);
    }
    if (value instanceof Value.MapValue map) {
      return map(path, map);
    }
    return literal(value);
  }

  private Piece map(ValuePath path, Value.MapValue map) {
    SortedMap<String, Value> values = new TreeMap<>();
    SortedMap<String, Term> terms = new TreeMap<>();
    SortedMap<String, Place> places = new TreeMap<>();
    boolean computed = false;
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      Piece item = piece(path.key(entry.getKey()), entry.getValue());
      values.put(entry.getKey(), item.value());
      terms.put(entry.getKey(), item.term());
      places.put(entry.getKey(), place);
      computed |= item.computed();
    }
    return new Piece(new Value.MapValue(values), new Term.Fields(terms, places, place), computed);
  }

  /** A secret that an object gave is read from the other one; a composed one stays as it was. */
  private Piece secret(Value.SecretValue secret) {
    if (secret.content() instanceof Value.TextValue text) {
      Source source = sources.get(text.text());
      if (source != null) {
        Value value = source.now().<Value>map(Value::of).orElse(Value.unknown(ValueType.STRING));
        return new Piece(
            Value.secret(value), new Term.Computed(source.expression(), 0, place), true);
      }
      stale |= parts.stream().anyMatch(text.text()::contains);
    }
    return literal(secret);
  }

  private Piece text(String text) {
    Source whole = sources.get(text);
    if (whole != null) {
      return piece(whole, new Term.Computed(whole.expression(), 0, place));
    }
    List<Term> terms = new ArrayList<>();
    StringBuilder known = new StringBuilder();
    StringBuilder literal = new StringBuilder();
    boolean open = false;
    int at = 0;
    while (at < text.length()) {
      String part = partAt(text, at);
      if (part.isEmpty()) {
        literal.append(text.charAt(at));
        known.append(text.charAt(at));
        at++;
        continue;
      }
      Source source = sources.get(part);
      Optional<String> now = source == null ? Optional.of(part) : source.now();
      known.append(now.orElse(""));
      if (now.isPresent()) {
        literal.append(now.get());
      } else if (source != null) {
        flush(literal, terms);
        terms.add(new Term.Computed(source.expression(), 0, place));
        open = true;
      }
      at += part.length();
    }
    if (!open) {
      return literal(Value.of(known.toString()));
    }
    flush(literal, terms);
    return new Piece(Value.unknown(ValueType.STRING), new Term.Text(terms, place), true);
  }

  private Piece piece(Source source, Term term) {
    return source
        .now()
        .map(now -> literal(Value.of(now)))
        .orElseGet(() -> new Piece(Value.unknown(ValueType.STRING), term, true));
  }

  private void flush(StringBuilder literal, List<Term> terms) {
    if (literal.length() > 0) {
      terms.add(new Term.Literal(Value.of(literal.toString()), Optional.empty(), place));
      literal.setLength(0);
    }
  }

  /** The longest text that begins here and came from another object; empty for none. */
  private String partAt(String text, int at) {
    for (String part : parts) {
      if (text.startsWith(part, at)) {
        return part;
      }
    }
    return "";
  }

  private Piece literal(Value value) {
    return new Piece(value, new Term.Literal(value, Optional.empty(), place), false);
  }
}
