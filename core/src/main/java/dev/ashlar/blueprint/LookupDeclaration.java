package dev.ashlar.blueprint;

import java.util.Optional;

/**
 * Objects that are read and never managed.
 *
 * @param name its name
 * @param type the resource type
 * @param provider which configuration; empty for the provider's only one
 * @param where attributes that must be equal
 * @param expect how many there are to be
 * @param canvas the canvas element that it came from
 * @param place where its name stands
 * @since 0.1
 */
public record LookupDeclaration(
    String name,
    String type,
    Optional<String> provider,
    Term.Fields where,
    Expect expect,
    Optional<String> canvas,
    Place place) {

  /** How many objects there are to be. */
  public enum Expect {
    /** Exactly one: it is referred to like a resource. */
    ONE,
    /** One or none: it is referred to like a resource under {@code when}. */
    OPTIONAL,
    /** Any number: it is referred to like a list of resources. */
    MANY
  }
}
