package dev.ashlar.aws.service;

import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.connector.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The calls of a service. Each that fails carries the name of its action, as permissions have it:
 * {@code sqs:CreateQueue}.
 */
public final class Actions {
  private static final String REQUEST = "Request";

  private final String service;
  private final Map<String, String> others;

  private Actions(String service, Map<String, String> others) {
    this.service = service;
    this.others = Map.copyOf(others);
  }

  /** The calls of a service; the permissions are called as the calls are. */
  public static Actions of(String service) {
    return new Actions(service, Map.of());
  }

  /** The same; and the permissions of these calls have other names. */
  public Actions naming(Map<String, String> permissions) {
    return new Actions(service, permissions);
  }

  /** Makes a call. */
  public <Q extends SdkRequest, R> CompletableFuture<R> send(
      Function<Q, CompletableFuture<R>> call, Q request) {
    CompletableFuture<R> answer;
    try {
      answer = call.apply(request);
    } catch (SdkException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer.exceptionallyCompose(
        thrown ->
            CompletableFuture.failedFuture(
                new ActionFailedException(action(request), ServiceFailures.cause(thrown))));
  }

  /** Makes a call that asks for something; empty where there is no such thing. */
  public <Q extends SdkRequest, R> CompletableFuture<Optional<R>> find(
      Function<Q, CompletableFuture<R>> call, Q request) {
    return send(call, request)
        .thenApply(Optional::of)
        .exceptionallyCompose(
            thrown ->
                isAbsence(thrown)
                    ? CompletableFuture.completedFuture(Optional.<R>empty())
                    : CompletableFuture.failedFuture(thrown));
  }

  /** Makes a call that takes something away; what is gone already is as good. */
  public <Q extends SdkRequest, R> CompletableFuture<Void> remove(
      Function<Q, CompletableFuture<R>> call, Q request) {
    return find(call, request).thenAccept(gone -> {});
  }

  /** Whether a call failed because there is no such thing. */
  public static boolean isAbsence(Throwable thrown) {
    return ServiceFailures.cause(thrown) instanceof ActionFailedException failed
        && failed.failure("").kind() == Failure.Kind.NOT_FOUND;
  }

  /** Whether a call failed with a code, as handlers write it: {@code ResourceInUse}. */
  public static boolean isCode(Throwable thrown, String code) {
    return ServiceFailures.cause(thrown) instanceof ActionFailedException failed
        && failed.getCause() instanceof AwsServiceException service
        && ServiceFailures.code(service).equals(code);
  }

  private String action(SdkRequest request) {
    String name = request.getClass().getSimpleName();
    String call =
        name.endsWith(REQUEST) ? name.substring(0, name.length() - REQUEST.length()) : name;
    return service + ":" + others.getOrDefault(call, call);
  }
}
