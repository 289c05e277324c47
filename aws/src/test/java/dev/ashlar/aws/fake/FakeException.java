package dev.ashlar.aws.fake;

/** A call is refused. */
final class FakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  FakeException(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
