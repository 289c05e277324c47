package dev.ashlar.blueprint;

/**
 * The outputs of another environment of the same tenant.
 *
 * @param name its name
 * @param environment the environment's name
 * @param place where its name stands
 * @since 0.1
 */
public record ImportDeclaration(String name, String environment, Place place) {}
