package dev.ashlar.schema;

/**
 * Whether a change of an attribute means that the object is replaced.
 *
 * @since 0.1
 */
public enum Immutability {
  /** A change is an update in place. */
  NO,
  /** A change is a replacement. */
  YES,
  /** It depends on the values; the connector's plan refinement decides, without one it replaces. */
  CONDITIONAL,
  /**
   * Nobody has said. A change is tried in place; where the cloud refuses, the failure says that a
   * replacement is needed, and the user asks for it.
   */
  UNKNOWN;

  /**
   * The stricter of two: a sure replacement goes before one that depends, and that before a try.
   */
  public Immutability or(Immutability other) {
    return rank() >= other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case NO -> 0;
      case UNKNOWN -> 1;
      case CONDITIONAL -> 2;
      case YES -> 3;
    };
  }
}
