package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import java.util.Optional;

/** The canvas element that a declaration came from, which its problems are to name. */
final class Canvas {
  private Canvas() {}

  static Optional<String> of(Node node) {
    return child(node, "source")
        .flatMap(source -> child(source, "canvas"))
        .flatMap(canvas -> canvas instanceof Node.Scalar scalar ? scalar.text() : Optional.empty())
        .map(Canvas::unescaped);
  }

  /** An element that holds an expression is told by the check, and named as it stands. */
  private static String unescaped(String text) {
    return Literals.unescaped(text, Place.inCode("canvas"), "\"canvas\"", new Problems(1))
        .orElse(text);
  }

  static void check(Section section) {
    section
        .node("source")
        .ifPresent(
            node -> new Section(node, "\"source\"", section.problems(), "canvas").text("canvas"));
  }

  private static Optional<Node> child(Node node, String key) {
    Node.Entry entry = node instanceof Node.Mapping mapping ? mapping.entry(key) : null;
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }
}
