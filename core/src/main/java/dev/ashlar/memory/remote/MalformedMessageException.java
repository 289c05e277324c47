package dev.ashlar.memory.remote;

/** What came over the wire is none of our messages. */
final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String detail;

  /**
   * A problem.
   *
   * @param detail what is wrong, without anything of the content
   */
  MalformedMessageException(String detail) {
    super(detail);
    this.detail = detail;
  }

  String detail() {
    return detail;
  }
}
