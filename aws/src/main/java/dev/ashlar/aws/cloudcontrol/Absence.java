package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Result;
import java.util.concurrent.CompletableFuture;

/** To a removal, what does not exist is as good as removed. */
final class Absence {
  private Absence() {}

  static <O> CompletableFuture<Result<O>> asDeleted(Throwable thrown) {
    return ServiceFailures.cause(thrown) instanceof OperationFailedException failed
            && failed.failure().kind() == Failure.Kind.NOT_FOUND
        ? CompletableFuture.completedFuture(Result.deleted())
        : CompletableFuture.failedFuture(thrown);
  }
}
