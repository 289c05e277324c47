package dev.ashlar.expression.cel;

/** The end of a walk into an expression that nests too deep. */
final class TooDeep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooDeep() {
    super("too deep", null, false, false);
  }
}
