package dev.ashlar.blueprint;

/**
 * A named value inside a blueprint.
 *
 * @param name its name
 * @param value its value
 * @param place where its name stands
 * @since 0.1
 */
public record LocalDeclaration(String name, Term value, Place place) {}
