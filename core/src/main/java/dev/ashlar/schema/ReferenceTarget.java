package dev.ashlar.schema;

/**
 * What an attribute refers to: an output or property of resources of a type.
 *
 * @param type the resource type
 * @param attribute the attribute's name; {@code id} for the provider's identifier
 * @since 0.1
 */
public record ReferenceTarget(String type, String attribute) {}
