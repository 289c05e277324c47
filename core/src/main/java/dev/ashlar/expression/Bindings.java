package dev.ashlar.expression;

import dev.ashlar.value.Value;

/**
 * The values of root names. A struct is a map of its attributes, instances are a map by key, what
 * is not there ({@code Maybe}) is null; anything may be unknown or secret at any depth.
 */
@FunctionalInterface
public interface Bindings {
  /** The value of a root name of the {@link Scope} that the expression was compiled in. */
  Value root(String name);
}
