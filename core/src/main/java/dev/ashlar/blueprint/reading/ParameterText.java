package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.Optional;

/** Reads the text of a parameter as a command line or a secret store gives it. */
final class ParameterText {
  private ParameterText() {}

  /** The value by the declared type; empty where the text is not of that type. */
  static Optional<Value> read(Attribute attribute, String text) {
    if (attribute.shape() == Shape.Primitive.STRING) {
      return Optional.of(Value.of(text));
    }
    if (attribute.shape() == Shape.Primitive.ANY) {
      return Optional.of(json(attribute, text).orElse(Value.of(text)));
    }
    return json(attribute, text.strip());
  }

  private static Optional<Value> json(Attribute attribute, String text) {
    Problems unseen = new Problems(1);
    return Tree.read(Source.text("value.json", text), ReadLimits.STANDARD, unseen)
        .filter(node -> !unseen.hasErrors())
        .map(
            node ->
                Fit.value(
                    attribute,
                    new Term.Literal(Terms.unread(node), Optional.empty(), node.place())));
  }

  static String expected(Attribute attribute) {
    if (attribute.shape() instanceof Shape.ListShape) {
      return "a list, in JSON";
    }
    if (!(attribute.shape() instanceof Shape.Primitive primitive)) {
      return "a map, in JSON";
    }
    return switch (primitive) {
      case BOOLEAN -> "a boolean, true or false";
      case INTEGER -> "an integer";
      case NUMBER -> "a number";
      default -> "a text";
    };
  }
}
