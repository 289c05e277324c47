package dev.ashlar.aws.client;

import dev.ashlar.connector.Failure;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What the SDK's exceptions mean. Decided by codes and classes alone; what a service says in words
 * is shown only where its caller has taken the secrets out.
 */
public final class ServiceFailures {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LATE = Duration.ofSeconds(61);
  private static final String EXCEPTION = "Exception";
  private static final String REMEDY =
      "set a profile, or accessKeyId and secretAccessKey: providers: { aws: { profile: … } }";

  private static final Set<String> BAD_CREDENTIALS =
      Set.of(
          "AuthFailure",
          "ExpiredToken",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidCredentials",
          "InvalidSignature",
          "MissingAuthenticationToken",
          "RequestExpired",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "UnrecognizedClient");
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "Forbidden", "UnauthorizedOperation", "UnauthorizedTaggingOperation");
  private static final Set<String> ABSENT =
      Set.of(
          "NoSuchBucket",
          "NoSuchEntity",
          "NonExistentQueue",
          "NotAttached",
          "NotFound",
          "PolicyNotFound",
          "QueueDoesNotExist",
          "ResourceNotFound",
          "TableNotFound");
  private static final Set<String> TAKEN =
      Set.of(
          "AlreadyAssociated",
          "AlreadyExists",
          "BucketAlreadyExists",
          "BucketAlreadyOwnedByYou",
          "Duplicate",
          "EntityAlreadyExists",
          "QueueAlreadyExists",
          "QueueNameExists",
          "ResourceAlreadyExists",
          "RouteAlreadyExists");
  private static final Set<String> BUSY =
      Set.of(
          "ClientTokenConflict",
          "ConcurrentModification",
          "ConcurrentOperation",
          "Conflict",
          "DeleteConflict",
          "DependencyViolation",
          "ResourceConflict",
          "ResourceInUse");

  /** A queue's name is free again a minute after its removal. */
  private static final Set<String> LATER = Set.of("QueueDeletedRecently");

  private static final Set<String> FULL =
      Set.of("LimitExceeded", "QuotaExceeded", "ServiceLimitExceeded", "ServiceQuotaExceeded");
  private static final Set<String> TOO_FAST =
      Set.of("RequestLimitExceeded", "SlowDown", "Throttled", "Throttling", "TooManyRequests");

  private ServiceFailures() {}

  /**
   * What an exception of the SDK means.
   *
   * @param action what was called, as a permission: {@code cloudformation:CreateResource}
   * @param said what the service said, secrets taken out; may be empty
   */
  public static Failure of(Throwable thrown, String action, String said) {
    Throwable cause = cause(thrown);
    if (cause instanceof NoCredentialsException missing) {
      return Failure.unauthenticated(
          "there are no credentials in " + missing.getMessage() + "; " + REMEDY);
    }
    if (cause instanceof AwsServiceException service) {
      return service(service, action, said);
    }
    if (isCausedBy(cause, UnknownHostException.class)) {
      return Failure.invalid(
          "there is no host of the service's name; look at region and endpoint of the provider");
    }
    if (isCausedBy(cause, java.net.ConnectException.class)) {
      return Failure.temporary("nobody answers at the service's address");
    }
    return Failure.inDoubt(cause);
  }

  private static Failure service(AwsServiceException thrown, String action, String said) {
    if (thrown.isThrottlingException()) {
      return Failure.throttled(pause(thrown));
    }
    return of(code(thrown), thrown.statusCode(), action, said, thrown);
  }

  private static Duration pause(AwsServiceException thrown) {
    if (thrown.awsErrorDetails() == null || thrown.awsErrorDetails().sdkHttpResponse() == null) {
      return PAUSE;
    }
    return thrown
        .awsErrorDetails()
        .sdkHttpResponse()
        .firstMatchingHeader("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(PAUSE);
  }

  /** The code of an exception, as handlers write it: {@code AccessDenied}. */
  public static String code(AwsServiceException thrown) {
    String code = thrown.awsErrorDetails() == null ? "" : thrown.awsErrorDetails().errorCode();
    String name = code == null ? "" : code.substring(code.lastIndexOf('.') + 1);
    return name.endsWith(EXCEPTION) ? name.substring(0, name.length() - EXCEPTION.length()) : name;
  }

  private static Failure of(String code, int status, String action, String said, Throwable thrown) {
    Failure known = of(code, action, said);
    if (known != null) {
      return known;
    }
    String detail = detail(code, said);
    if (status == 503) {
      return Failure.temporary(detail);
    }
    if (status >= 500 || status < 400) {
      return Failure.inDoubt(thrown);
    }
    return switch (status) {
      case 401, 403 -> denied(action, said);
      case 404 -> Failure.notFound(detail);
      case 409 -> Failure.conflict(detail);
      case 429 -> Failure.throttled(PAUSE);
      default -> Failure.invalid(detail);
    };
  }

  /** What a code means by itself; null where it says nothing that is known here. */
  public static @Nullable Failure of(String code, String action, String said) {
    String detail = detail(code, said);
    if (BAD_CREDENTIALS.contains(code)) {
      return Failure.unauthenticated(
          "the credentials are not accepted, " + detail + "; get new ones, or " + REMEDY);
    }
    if (DENIED.contains(code)) {
      return denied(action, said);
    }
    if (TOO_FAST.contains(code)) {
      return Failure.throttled(PAUSE);
    }
    if (ABSENT.contains(code)) {
      return Failure.notFound(detail);
    }
    if (TAKEN.contains(code)) {
      return Failure.alreadyExists(detail);
    }
    if (LATER.contains(code)) {
      return Failure.temporary(detail).withRetryAfter(LATE);
    }
    if (code.equals("OperationAborted")) {
      return Failure.temporary(detail);
    }
    if (BUSY.contains(code)) {
      return Failure.conflict(detail);
    }
    if (FULL.contains(code) || code.endsWith("LimitExceeded")) {
      return Failure.quota(detail + "; ask for a higher quota, or remove what is not needed");
    }
    return code.equals("NotUpdatable") ? Failure.needsReplacement(detail) : null;
  }

  private static Failure denied(String action, String said) {
    return Failure.denied(
        action, "the credentials do not allow " + action + (said.isEmpty() ? "" : ": " + said));
  }

  /** Code and words, as far as there are any. */
  public static String detail(String code, String said) {
    String name = code.isEmpty() ? "the service refused it" : code;
    return said.isEmpty() ? name : name + ": " + said;
  }

  /** What a stage really failed with. */
  public static Throwable cause(Throwable thrown) {
    Throwable at = thrown;
    while (at instanceof CompletionException) {
      Throwable inner = at.getCause();
      if (inner == null) {
        break;
      }
      at = inner;
    }
    return find(at, NoCredentialsException.class, at);
  }

  private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
    return type.isInstance(find(thrown, type, thrown));
  }

  private static Throwable find(
      Throwable thrown, Class<? extends Throwable> type, Throwable otherwise) {
    @Nullable Throwable at = thrown;
    for (int i = 0; at != null && i < 20; i++) {
      if (type.isInstance(at)) {
        return at;
      }
      at = at.getCause();
    }
    return otherwise;
  }
}
