package dev.ashlar.expression.cel;

/** The end of an evaluation that took too much. An error, because CEL would catch an exception. */
final class Exhausted extends Error {
  private static final long serialVersionUID = 1L;

  private final String detail;

  Exhausted(String detail) {
    super(detail, null, false, false);
    this.detail = detail;
  }

  String detail() {
    return detail;
  }
}
