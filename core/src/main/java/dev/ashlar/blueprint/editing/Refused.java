package dev.ashlar.blueprint.editing;

/** Why an edit is not possible; caught where the edit is applied. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(String detail) {
    super(detail, null, false, false);
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
