package dev.ashlar.blueprint.writer;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Builds a map node entry by entry; what says nothing is left out. */
final class Entries {
  static final Place NOWHERE = Place.inCode("written");

  private final List<Node.Entry> entries = new ArrayList<>();

  Entries put(String key, Node value) {
    entries.add(new Node.Entry(key, NOWHERE, value));
    return this;
  }

  Entries text(String key, String text) {
    return put(key, Entries.text(Escapes.escape(text)));
  }

  Entries text(String key, Optional<String> text) {
    text.ifPresent(t -> text(key, t));
    return this;
  }

  Entries bool(String key, boolean bool) {
    return put(key, scalar(Value.of(bool)));
  }

  Entries number(String key, long number) {
    return put(key, scalar(Value.of(number)));
  }

  Entries optional(String key, Optional<Node> value) {
    value.ifPresent(node -> put(key, node));
    return this;
  }

  /** A map of declarations; nothing where there are none. */
  <T> Entries all(String key, Map<String, T> declarations, Function<T, Node> write) {
    if (!declarations.isEmpty()) {
      Entries inner = new Entries();
      declarations.forEach((name, declaration) -> inner.put(name, write.apply(declaration)));
      put(key, inner.node());
    }
    return this;
  }

  /** A list; nothing where it is empty. */
  <T> Entries list(String key, List<T> items, Function<T, Node> write) {
    if (!items.isEmpty()) {
      put(key, new Node.Sequence(items.stream().map(write).toList(), NOWHERE));
    }
    return this;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Node node() {
    return new Node.Mapping(entries, NOWHERE);
  }

  static Node text(String text) {
    return scalar(Value.of(text));
  }

  static Node scalar(Value value) {
    return new Node.Scalar(value, Optional.empty(), NOWHERE);
  }
}
