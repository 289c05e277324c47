package dev.ashlar.expression;

import dev.ashlar.value.ValueType;
import java.util.Optional;
import java.util.SortedSet;

/** The static type of a name in scope, and of what can be selected from it. */
public sealed interface Typed {

  /**
   * An ordinary value.
   *
   * @param type its type
   * @param secret whether it is always secret
   */
  record Plain(ValueType type, boolean secret) implements Typed {}

  /**
   * A thing with named attributes: a resource, a lookup, {@code env}. Attributes are asked for one
   * by one, so that a type of a thousand attributes costs what is used of it.
   *
   * <p>One that offers an attribute {@code id} has an identifier, {@code identity(x)}.
   *
   * @param name the name of the type, for messages and for sharing programs
   * @param attributes its attributes
   */
  record Struct(String name, Attributes attributes) implements Typed {}

  /**
   * The instances of a {@code forEach}: a map by key.
   *
   * @param each one instance
   */
  record Instances(Typed each) implements Typed {}

  /**
   * Something that may not be there: a resource under {@code when}.
   *
   * @param some the thing when it is there
   */
  record Maybe(Typed some) implements Typed {}

  /** Attributes by name. Immutable; equal names of structs mean equal attributes. */
  interface Attributes {
    /** The type of an attribute; empty where there is none of this name. */
    Optional<Typed> attribute(String name);

    /** All names, for "did you mean". */
    SortedSet<String> names();
  }
}
