package dev.ashlar.plan;

import dev.ashlar.value.Value;

/**
 * What becomes of one output of the blueprint.
 *
 * @param before its value before; null where there was none
 * @param after its value afterwards; null where there is none, maybe unknown
 * @param sensitive whether a secret may be in it
 * @since 0.1
 */
public record OutputChange(Value before, Value after, boolean sensitive) {
  /** Whether it changes, or may. */
  public boolean changed() {
    return !before.equals(after) || (!after.isKnown() && !(after instanceof Value.SecretValue));
  }
}
