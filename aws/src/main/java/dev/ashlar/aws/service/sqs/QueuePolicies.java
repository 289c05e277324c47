package dev.ashlar.aws.service.sqs;

import static dev.ashlar.aws.service.sqs.Sqs.ACTIONS;

import dev.ashlar.aws.service.SharedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;

/** The policies of queues: an attribute, which is empty where there is none. */
record QueuePolicies(SqsAsyncClient sqs) implements SharedPolicy.Holder {

  @Override
  public String property() {
    return "Queues";
  }

  @Override
  public boolean isEmptyAtFirst() {
    return true;
  }

  @Override
  public CompletableFuture<Optional<String>> get(String queue) {
    return ACTIONS
        .find(
            sqs::getQueueAttributes,
            GetQueueAttributesRequest.builder()
                .queueUrl(queue)
                .attributeNames(QueueAttributeName.POLICY)
                .build())
        .thenApply(
            found ->
                found
                    .map(told -> told.attributes().get(QueueAttributeName.POLICY))
                    .filter(document -> !document.isEmpty()));
  }

  @Override
  public CompletableFuture<?> put(String queue, String document) {
    return ACTIONS.send(sqs::setQueueAttributes, request(queue, document));
  }

  @Override
  public CompletableFuture<?> remove(String queue) {
    return ACTIONS.remove(sqs::setQueueAttributes, request(queue, ""));
  }

  private static SetQueueAttributesRequest request(String queue, String document) {
    return SetQueueAttributesRequest.builder()
        .queueUrl(queue)
        .attributes(Map.of(QueueAttributeName.POLICY, document))
        .build();
  }

  @Override
  public CompletableFuture<List<String>> all() {
    return Queue.everywhere(sqs);
  }
}
