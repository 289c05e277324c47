package dev.ashlar.blueprint;

/**
 * A value that an environment shows to the outside.
 *
 * @param name its name
 * @param value its value
 * @param sensitive whether a secret may be in it
 * @param description one line; may be empty
 * @param place where its name stands
 * @since 0.1
 */
public record OutputDeclaration(
    String name, Term value, boolean sensitive, String description, Place place) {}
