package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.client.Redaction;
import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.model.Shorn;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudcontrol.CloudControlAsyncClient;
import software.amazon.awssdk.services.cloudcontrol.model.GetResourceRequestStatusResponse;
import software.amazon.awssdk.services.cloudcontrol.model.ListResourcesResponse;
import software.amazon.awssdk.services.cloudcontrol.model.Operation;
import software.amazon.awssdk.services.cloudcontrol.model.OperationStatus;
import software.amazon.awssdk.services.cloudcontrol.model.ProgressEvent;
import software.amazon.awssdk.services.cloudcontrol.model.RequestTokenNotFoundException;
import software.amazon.awssdk.services.cloudcontrol.model.ResourceDescription;
import software.amazon.awssdk.services.cloudcontrol.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudcontrol.model.TypeNotFoundException;
import software.amazon.awssdk.services.cloudcontrol.model.UnsupportedActionException;

/**
 * Cloud Control's calls for one type, each with its failures explained.
 *
 * @param client the client
 * @param type the type's name
 */
record Door(CloudControlAsyncClient client, String type) {
  private static final int MOST_PAGES = 1_000;

  CompletableFuture<ProgressEvent> create(Value desired, String clientToken) {
    return explained(
        "CreateResource",
        Redaction.of(desired),
        () ->
            client.createResource(
                call ->
                    call.typeName(type)
                        .desiredState(Json.revealed(Shorn.ofNulls(desired)))
                        .clientToken(clientToken)),
        response -> response.progressEvent());
  }

  CompletableFuture<ProgressEvent> update(String id, Value patch, Value sent, String clientToken) {
    return explained(
        "UpdateResource",
        Redaction.of(sent),
        () ->
            client.updateResource(
                call ->
                    call.typeName(type)
                        .identifier(id)
                        .patchDocument(Json.revealed(patch))
                        .clientToken(clientToken)),
        response -> response.progressEvent());
  }

  CompletableFuture<ProgressEvent> delete(String id, String clientToken) {
    return explained(
        "DeleteResource",
        Redaction.of(),
        () ->
            client.deleteResource(
                call -> call.typeName(type).identifier(id).clientToken(clientToken)),
        response -> response.progressEvent());
  }

  CompletableFuture<GetResourceRequestStatusResponse> status(String token, Value sent) {
    return explained(
        "GetResourceRequestStatus",
        Redaction.of(sent),
        () ->
            client
                .getResourceRequestStatus(call -> call.requestToken(token))
                .exceptionallyCompose(Door::forgotten),
        response -> response);
  }

  /** A token is known for a week: after that nobody can say. */
  private static <R> CompletableFuture<R> forgotten(Throwable thrown) {
    return CompletableFuture.failedFuture(
        ServiceFailures.cause(thrown) instanceof RequestTokenNotFoundException
            ? Failure.inDoubt("Cloud Control does not know the request any more").toException()
            : thrown);
  }

  /** What an object is; empty where there is none. */
  CompletableFuture<Optional<Value.MapValue>> get(String id) {
    return client
        .getResource(call -> call.typeName(type).identifier(id))
        .thenApply(response -> Optional.of(model(response.resourceDescription())))
        .exceptionallyCompose(
            thrown ->
                ServiceFailures.cause(thrown) instanceof ResourceNotFoundException
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(
                        failure(thrown, "GetResource", Redaction.of()).toException()));
  }

  /** Whether anybody's creation of such an object is under way. */
  CompletableFuture<Boolean> isCreating() {
    return underWay(null, 0);
  }

  private CompletableFuture<Boolean> underWay(@Nullable String next, int page) {
    return explained(
            "ListResourceRequests",
            Redaction.of(),
            () ->
                client.listResourceRequests(
                    call ->
                        call.nextToken(next)
                            .resourceRequestStatusFilter(
                                only ->
                                    only.operations(Operation.CREATE)
                                        .operationStatuses(
                                            OperationStatus.PENDING, OperationStatus.IN_PROGRESS))),
            response -> response)
        .thenCompose(
            response -> {
              boolean here =
                  response.resourceRequestStatusSummaries().stream()
                      .anyMatch(request -> type.equals(request.typeName()));
              return here || response.nextToken() == null || page == MOST_PAGES
                  ? CompletableFuture.completedFuture(here)
                  : underWay(response.nextToken(), page + 1);
            });
  }

  /** The objects there are, with what the list tells of each. */
  CompletableFuture<List<Listed>> list(Value.MapValue model) {
    return pages(model, null, new ArrayList<>(), 0);
  }

  /**
   * An object of a list.
   *
   * @param id its identifier
   * @param model what the list tells of it: often little
   */
  record Listed(String id, Value.MapValue model) {}

  private CompletableFuture<List<Listed>> pages(
      Value.MapValue model, @Nullable String next, List<Listed> so, int page) {
    return explained(
            "ListResources",
            Redaction.of(),
            () ->
                client.listResources(
                    call -> {
                      call.typeName(type).nextToken(next).maxResults(100);
                      if (!model.entries().isEmpty()) {
                        call.resourceModel(Json.revealed(model));
                      }
                    }),
            response -> response)
        .thenCompose(
            response -> {
              add(response, so);
              return response.nextToken() == null || page == MOST_PAGES
                  ? CompletableFuture.completedFuture(List.copyOf(so))
                  : pages(model, response.nextToken(), so, page + 1);
            });
  }

  private static void add(ListResourcesResponse response, List<Listed> so) {
    for (ResourceDescription each : response.resourceDescriptions()) {
      so.add(new Listed(each.identifier(), model(each)));
    }
  }

  private static Value.MapValue model(ResourceDescription described) {
    String properties = described.properties();
    return properties == null || properties.isEmpty()
        ? Value.MapValue.EMPTY
        : Json.readObject(properties);
  }

  private <R, T> CompletableFuture<T> explained(
      String action,
      Redaction redaction,
      Supplier<CompletableFuture<R>> call,
      Function<R, T> result) {
    return call.get()
        .thenApply(result)
        .exceptionallyCompose(
            thrown ->
                CompletableFuture.failedFuture(failure(thrown, action, redaction).toException()));
  }

  private Failure failure(Throwable thrown, String action, Redaction redaction) {
    Throwable cause = ServiceFailures.cause(thrown);
    if (cause instanceof OperationFailedException failed) {
      return failed.failure();
    }
    if (cause instanceof UnsupportedActionException || cause instanceof TypeNotFoundException) {
      return Failure.invalid(
          action + " is not to be had for " + type + " here. " + CloudControl.NO_HANDLERS);
    }
    String said =
        cause instanceof AwsServiceException service && service.awsErrorDetails() != null
            ? redaction.clean(service.awsErrorDetails().errorMessage())
            : "";
    return ServiceFailures.of(cause, "cloudformation:" + action, said);
  }
}
