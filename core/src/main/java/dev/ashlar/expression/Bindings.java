package dev.ashlar.expression;

import dev.ashlar.value.Value;

/**
 * The values of root names. A struct is a map of its attributes, instances are a map by key, what
 * is not there ({@code Maybe}) is null; anything may be unknown or secret at any depth.
 *
 * <p>The map of a struct that a provider identifies carries the identifier under the key {@code
 * $identity}; without it, the identifier is unknown. {@code identity(x)} reads it, and so does
 * {@code x.id} where the map has no entry {@code id}. It is no attribute: no result and no loop
 * shows it.
 */
@FunctionalInterface
public interface Bindings {
  /** The value of a root name of the {@link Scope} that the expression was compiled in. */
  Value root(String name);
}
