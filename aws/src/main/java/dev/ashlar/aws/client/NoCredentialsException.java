package dev.ashlar.aws.client;

/** There are no credentials where they were looked for. The message of the cause is not shown. */
final class NoCredentialsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoCredentialsException(String where, Throwable cause) {
    super(where, cause);
  }
}
