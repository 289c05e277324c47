package dev.ashlar.blueprint;

import dev.ashlar.value.Value;
import dev.ashlar.value.keyed.Keyed;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A declared value before it is evaluated: literals, expressions, and lists and maps of them, each
 * with its place.
 *
 * @since 0.1
 */
public sealed interface Term {
  /** Where it stands. */
  Place place();

  /**
   * A term that is this value: maps and lists of literals.
   *
   * @throws IllegalArgumentException if a secret or an unknown is in it: a document holds neither
   */
  static Term of(Value value, Place place) {
    if (value instanceof Value.ListValue list) {
      return new Items(list.items().stream().map(item -> of(item, place)).toList(), place);
    }
    if (value instanceof Value.MapValue map) {
      TreeMap<String, Term> fields = new TreeMap<>();
      TreeMap<String, Place> places = new TreeMap<>();
      map.entries()
          .forEach(
              (key, item) -> {
                fields.put(key, of(item, place));
                places.put(key, place);
              });
      return new Fields(fields, places, place);
    }
    if (value.hasSecret() || !value.isKnown()) {
      throw new IllegalArgumentException("a document holds neither secrets nor unknowns");
    }
    return new Literal(value, Optional.empty(), place);
  }

  /**
   * A value that holds no expression: a scalar, or a subtree under {@code $literal}.
   *
   * @param value the value
   * @param plain the source text of a plain (unquoted) scalar, which is its value where a text is
   *     expected: {@code 1.10}
   * @param place where it stands
   */
  record Literal(Value value, Optional<String> plain, Place place) implements Term {}

  /**
   * A scalar that is one expression and has its type.
   *
   * @param expression the text between the braces
   * @param offset where that text begins within the scalar, in code points
   * @param place where the scalar stands
   */
  record Computed(String expression, int offset, Place place) implements Term {}

  /**
   * A text with expressions in it.
   *
   * @param parts literals and computed parts in order
   * @param place where the scalar stands
   */
  record Text(List<Term> parts, Place place) implements Term {
    /** Copies the list. */
    public Text {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A list.
   *
   * @param items the items
   * @param place where it stands
   */
  record Items(List<Term> items, Place place) implements Term {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A map. Its keys hold no expressions.
   *
   * @param fields the entries in the order of their keys
   * @param places where each key stands
   * @param place where the map stands
   */
  record Fields(SortedMap<String, Term> fields, SortedMap<String, Place> places, Place place)
      implements Term {
    /** Copies the maps. */
    public Fields {
      fields = Keyed.copyOf(fields);
      places = Keyed.copyOf(places);
    }

    /** The empty map. */
    public static Fields empty(Place place) {
      return new Fields(Keyed.empty(), Keyed.empty(), place);
    }
  }
}
