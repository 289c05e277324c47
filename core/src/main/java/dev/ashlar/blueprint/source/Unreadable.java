package dev.ashlar.blueprint.source;

/** The rest of a document cannot be read; why is among the problems. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable() {
    super("the document cannot be read further", null, false, false);
  }
}
