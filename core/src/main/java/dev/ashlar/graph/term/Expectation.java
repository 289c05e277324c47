package dev.ashlar.graph.term;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a schema expects at one place of a term.
 *
 * @param shape the shape, definitions put in; empty where nothing is expected
 * @param definitions puts a definition in where a shape names it
 */
public record Expectation(Optional<Shape> shape, UnaryOperator<Shape> definitions) {
  /** Nothing is expected. */
  public static final Expectation NOTHING =
      new Expectation(Optional.empty(), UnaryOperator.identity());

  /** A list of texts. */
  public static final Expectation TEXTS =
      NOTHING.of(new Shape.ListShape(Attribute.of("item", Shape.Primitive.STRING)));

  /** The properties of a resource. */
  public static Expectation properties(ResourceSchema schema) {
    return new Expectation(
        Optional.of(new Shape.ObjectShape(schema.properties())), schema::resolve);
  }

  /** An object of these attributes. */
  public static Expectation object(Map<String, Attribute> attributes) {
    return NOTHING.of(new Shape.ObjectShape(attributes));
  }

  private Expectation of(Shape expected) {
    return new Expectation(Optional.of(definitions.apply(expected)), definitions);
  }

  /** Whether a text is expected. */
  boolean text() {
    return shape.filter(Shape.Primitive.STRING::equals).isPresent();
  }

  /** What is expected of an entry. */
  Expectation field(String name) {
    Shape at = shape.orElse(null);
    if (at instanceof Shape.ObjectShape object && object.attributes().containsKey(name)) {
      return of(object.attributes().get(name).shape());
    }
    return at instanceof Shape.MapShape map ? of(map.values().shape()) : NOTHING;
  }

  /** What is expected of every item. */
  Expectation item() {
    return shape.orElse(null) instanceof Shape.ListShape list ? of(list.items().shape()) : NOTHING;
  }
}
