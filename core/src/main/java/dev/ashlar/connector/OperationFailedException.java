package dev.ashlar.connector;

import org.jspecify.annotations.Nullable;

/**
 * How a connector fails on purpose: completes its stage with this.
 *
 * @since 0.1
 */
public final class OperationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  OperationFailedException(Failure failure, @Nullable Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
  }

  /** Why. */
  public Failure failure() {
    return failure;
  }
}
