package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.Place;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a document, and where it stands. */
public sealed interface Node {
  /** Where it begins, and for a scalar where each of its characters stands. */
  Place place();

  /**
   * A value without parts.
   *
   * @param value what it is
   * @param plain its source text, where it is not quoted and is a boolean or a number
   * @param place where it stands
   */
  record Scalar(Value value, Optional<String> plain, Place place) implements Node {
    /** What it says where a text is expected; empty for null. */
    public Optional<String> text() {
      return value instanceof Value.TextValue text ? Optional.of(text.text()) : plain;
    }
  }

  /**
   * A list.
   *
   * @param items its items; nobody changes the list any more
   * @param place where it stands
   */
  record Sequence(List<Node> items, Place place) implements Node {}

  /**
   * A map, its keys distinct.
   *
   * @param entries its entries in the order of the document; nobody changes the list any more
   * @param place where it stands
   */
  record Mapping(List<Entry> entries, Place place) implements Node {
    /** The entry with a key; null where there is none. */
    public @Nullable Entry entry(String key) {
      return Node.entry(entries, key);
    }
  }

  /**
   * One entry of a map.
   *
   * @param key the key
   * @param place where the key stands
   * @param value the value
   */
  record Entry(String key, Place place, Node value) {}

  /** Whether it is nothing. */
  static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.value() instanceof Value.NullValue;
  }

  /** The first entry with a key; null where there is none. */
  static @Nullable Entry entry(List<Entry> entries, String key) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.key().equals(key)) {
        return entry;
      }
    }
    return null;
  }
}
