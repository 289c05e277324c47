package dev.ashlar.schema.equivalence;

/** Whether two values mean the same, as far as they are known. */
public enum Equality {
  /** They do. */
  EQUAL,
  /** They do not, whatever their unknown parts turn out to be. */
  DIFFERENT,
  /** It depends on a part that is not known yet. */
  UNKNOWN;

  /** Of a whole whose other parts compare so. */
  Equality and(Equality other) {
    if (this == DIFFERENT || other == DIFFERENT) {
      return DIFFERENT;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : EQUAL;
  }

  static Equality of(boolean same) {
    return same ? EQUAL : DIFFERENT;
  }
}
