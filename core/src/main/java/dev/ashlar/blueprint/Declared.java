package dev.ashlar.blueprint;

/**
 * What can be added to a blueprint. Frozen at one method: generated classes with a cloud's property
 * names implement it.
 *
 * @since 0.1
 */
public interface Declared {
  /** The resource as declared so far. */
  Resource declare();
}
