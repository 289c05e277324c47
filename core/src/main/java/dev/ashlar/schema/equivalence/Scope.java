package dev.ashlar.schema.equivalence;

/** How much of two values is compared. */
public enum Scope {
  /** Everything that either of them has. */
  WHOLE,
  /**
   * What the first one declares: attributes of objects that it leaves out are the cloud's own
   * affair, and write-only ones cannot be compared. Maps and lists belong to whoever declares them
   * and are compared as a whole.
   */
  DECLARED
}
