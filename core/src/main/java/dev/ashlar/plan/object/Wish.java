package dev.ashlar.plan.object;

import java.util.Optional;

/**
 * What somebody asked for one object, beyond its declaration.
 *
 * @param replace whether it is replaced whatever has changed
 * @param providerChange whether it may move to another provider or scope
 * @param adopt the provider's identifier of the object that is to be taken over
 */
public record Wish(boolean replace, boolean providerChange, Optional<String> adopt) {
  /** Nothing. */
  public static final Wish NONE = new Wish(false, false, Optional.empty());
}
