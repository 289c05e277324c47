package dev.ashlar.plan.diff;

import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;

/**
 * One place where an object is not, or may not be, as wanted.
 *
 * @param path which
 * @param before what it has; null where it has nothing
 * @param after what is wanted; null where nothing is
 * @param certain whether they differ whatever the unknown parts turn out to be
 * @param sensitive whether the values must not be shown
 * @param cause whose doing it is
 * @param effect what it takes to mend it
 */
public record Deviation(
    ValuePath path,
    Value before,
    Value after,
    boolean certain,
    boolean sensitive,
    Cause cause,
    Effect effect) {

  /** Whose doing a deviation is. */
  public enum Cause {
    /** The user wants something else than what was applied last. */
    CHANGED,
    /** The cloud is not as it was left. */
    DRIFTED
  }

  /** What it takes to mend a deviation, from the least to the most. */
  public enum Effect {
    /** A change in place. */
    UPDATE,
    /** The connector decides whether a new object is needed; without its word one is. */
    CONDITIONAL,
    /** A new object. */
    REPLACE
  }

  static Effect effect(Immutability immutability) {
    return switch (immutability) {
      case NO, UNKNOWN -> Effect.UPDATE;
      case CONDITIONAL -> Effect.CONDITIONAL;
      case YES -> Effect.REPLACE;
    };
  }

  static boolean certain(Equality equality) {
    return equality == Equality.DIFFERENT;
  }

  /** The same, mended otherwise. */
  public Deviation with(Effect other) {
    return new Deviation(path, before, after, certain, sensitive, cause, other);
  }
}
