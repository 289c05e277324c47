package dev.ashlar.plan.object;

import java.util.Optional;

/**
 * What somebody asked for one object, beyond its declaration.
 *
 * @param replace whether it is replaced whatever has changed
 * @param providerChange whether it may move to another provider or scope
 * @param asApplied whether it is to be as it was applied last, whatever is declared now
 * @param adopt the provider's identifier of the object that is to be taken over
 */
public record Wish(
    boolean replace, boolean providerChange, boolean asApplied, Optional<String> adopt) {
  /** Nothing. */
  public static final Wish NONE = new Wish(false, false, false, Optional.empty());

  /** That it be as it was before, wherever it lived. */
  public static final Wish AS_BEFORE = new Wish(false, true, true, Optional.empty());

  /** That it be as it was applied last. */
  public static final Wish AS_APPLIED = new Wish(false, false, true, Optional.empty());
}
