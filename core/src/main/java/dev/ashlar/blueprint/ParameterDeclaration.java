package dev.ashlar.blueprint;

import dev.ashlar.schema.Attribute;
import java.util.Optional;

/**
 * A parameter of a blueprint.
 *
 * @param attribute name, type, constraints, sensitivity, nullability, description
 * @param defaultValue a literal term
 * @param immutability within what it may not change
 * @param place where its name stands
 * @since 0.1
 */
public record ParameterDeclaration(
    Attribute attribute, Optional<Term> defaultValue, ChangeRule immutability, Place place) {

  /** Within what a parameter is immutable. */
  public enum ChangeRule {
    /** It may change at any time. */
    NEVER,
    /** Within one version of the blueprint. */
    RELEASE,
    /** For ever, once there is a state. */
    ALWAYS
  }
}
