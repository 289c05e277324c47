package dev.ashlar.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The structure of an attribute's value, with the attributes inside it.
 *
 * @since 0.1
 */
public sealed interface Shape {

  /** Values without parts that have rules of their own. */
  enum Primitive implements Shape {
    /** Any value at all: it is passed on unchecked. */
    ANY,
    /** True or false. */
    BOOLEAN,
    /** A number without a fraction. */
    INTEGER,
    /** Any number. */
    NUMBER,
    /** A text. */
    STRING
  }

  /**
   * A list. Whether order matters is the list attribute's {@link Equivalence}.
   *
   * @param items the rules for every item
   */
  record ListShape(Attribute items) implements Shape {}

  /**
   * A map from texts that the user chooses.
   *
   * @param values the rules for every value
   */
  record MapShape(Attribute values) implements Shape {}

  /**
   * An object with known attributes.
   *
   * @param attributes by name, in the order in which a form shows them
   */
  record ObjectShape(Map<String, Attribute> attributes) implements Shape {
    /** Copies the map, keeping its order. */
    public ObjectShape {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  /**
   * A shape that is defined once in {@link ResourceSchema#definitions} and may contain itself.
   *
   * @param definition the name of the definition
   */
  record DefinitionShape(String definition) implements Shape {}
}
