package dev.ashlar.blueprint;

/**
 * A switch of a blueprint.
 *
 * @param name its name
 * @param defaultValue where nobody sets it
 * @param description one line; may be empty
 * @param place where its name stands
 * @since 0.1
 */
public record FlagDeclaration(String name, boolean defaultValue, String description, Place place) {}
