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
  UNKNOWN
}
