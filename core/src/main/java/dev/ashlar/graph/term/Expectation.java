package dev.ashlar.graph.term;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a schema expects at one place of a term. */
public final class Expectation {
  /** Nothing is expected. */
  public static final Expectation NOTHING =
      new Expectation(Shape.Primitive.ANY, UnaryOperator.identity());

  private static final Expectation TEXT =
      new Expectation(Shape.Primitive.STRING, UnaryOperator.identity());

  /** A list of texts. */
  public static final Expectation TEXTS =
      NOTHING.of(new Shape.ListShape(Attribute.of("item", Shape.Primitive.STRING)));

  private final Shape shape;
  private final UnaryOperator<Shape> definitions;

  /**
   * @param shape the shape, definitions put in
   * @param definitions puts a definition in where a shape names it
   */
  private Expectation(Shape shape, UnaryOperator<Shape> definitions) {
    this.shape = shape;
    this.definitions = definitions;
  }

  /** The properties of a resource. */
  public static Expectation properties(ResourceSchema schema) {
    return new Expectation(new Shape.ObjectShape(schema.properties()), schema::resolve);
  }

  /** An object of these attributes. */
  public static Expectation object(Map<String, Attribute> attributes) {
    return NOTHING.of(new Shape.ObjectShape(attributes));
  }

  /** Of what has no parts, only texts are looked at. */
  private Expectation of(Shape expected) {
    Shape resolved = definitions.apply(expected);
    if (resolved instanceof Shape.Primitive) {
      return resolved == Shape.Primitive.STRING ? TEXT : NOTHING;
    }
    return new Expectation(resolved, definitions);
  }

  /** Whether a text is expected. */
  boolean text() {
    return this == TEXT;
  }

  /** What is expected of an entry. */
  Expectation field(String name) {
    if (shape instanceof Shape.ObjectShape object) {
      Attribute attribute = object.attributes().get(name);
      return attribute == null ? NOTHING : of(attribute.shape());
    }
    return shape instanceof Shape.MapShape map ? of(map.values().shape()) : NOTHING;
  }

  /** What is expected of every item. */
  Expectation item() {
    return shape instanceof Shape.ListShape list ? of(list.items().shape()) : NOTHING;
  }
}
