package dev.ashlar.aws.service;

import dev.ashlar.aws.client.Redaction;
import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A call that failed, with the name of its action. Never shown as it is: it may hold secrets. */
final class ActionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String action;
  private final @Nullable String made;

  ActionFailedException(String action, Throwable cause) {
    this(action, cause, null);
  }

  private ActionFailedException(String action, Throwable cause, @Nullable String made) {
    super(action, cause);
    this.action = action;
    this.made = made;
  }

  /** The same; and the object that it was about is there, half made. */
  ActionFailedException about(String id) {
    return new ActionFailedException(action, Objects.requireNonNull(getCause()), id);
  }

  /** What it means. */
  Failure failure(String said) {
    return ServiceFailures.of(Objects.requireNonNull(getCause()), action, said);
  }

  /** What a failed stage means, in the words of the service without the secrets it was sent. */
  static Failure explain(Throwable thrown, Redaction redaction) {
    Throwable cause = ServiceFailures.cause(thrown);
    if (cause instanceof OperationFailedException known) {
      return known.failure();
    }
    if (!(cause instanceof ActionFailedException failed)) {
      return Failure.inDoubt(cause);
    }
    String said =
        failed.getCause() instanceof AwsServiceException service
                && service.awsErrorDetails() != null
            ? redaction.clean(service.awsErrorDetails().errorMessage())
            : "";
    Failure failure = failed.failure(said);
    return failed.made == null || failure.kind().retrySafe()
        ? failure
        : failure.withId(failed.made);
  }
}
