package dev.ashlar.aws.service.sns;

import static dev.ashlar.aws.service.sns.Sns.ACTIONS;

import dev.ashlar.aws.service.SharedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;

/**
 * The policies of topics. A topic always has one: the one that it was made with counts as none, and
 * is put back in place of one that is taken away.
 */
record TopicPolicies(SnsAsyncClient sns) implements SharedPolicy.Holder {
  private static final String POLICY = "Policy";
  private static final String USUAL_ID = "__default_policy_ID";
  private static final String USUAL =
      """
      {"Version": "2008-10-17", "Id": "%s", "Statement": [{"Sid": "__default_statement_ID",
       "Effect": "Allow", "Principal": {"AWS": "*"},
       "Action": ["SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission",
                  "SNS:RemovePermission", "SNS:DeleteTopic", "SNS:Subscribe",
                  "SNS:ListSubscriptionsByTopic", "SNS:Publish"],
       "Resource": "%s", "Condition": {"StringEquals": {"AWS:SourceOwner": "%s"}}}]}\
      """;

  @Override
  public String property() {
    return "Topics";
  }

  @Override
  public boolean isEmptyAtFirst() {
    return true;
  }

  @Override
  public CompletableFuture<Optional<String>> get(String topic) {
    if (!Sns.isArn(topic)) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return ACTIONS
        .find(sns::getTopicAttributes, GetTopicAttributesRequest.builder().topicArn(topic).build())
        .thenApply(
            found ->
                found
                    .map(told -> told.attributes().get(POLICY))
                    .filter(document -> !document.isEmpty() && !document.contains(USUAL_ID)));
  }

  @Override
  public CompletableFuture<?> put(String topic, String document) {
    return ACTIONS.send(sns::setTopicAttributes, request(topic, document));
  }

  @Override
  public CompletableFuture<?> remove(String topic) {
    String[] parts = topic.split(":", -1);
    String account = parts.length > 4 ? parts[4] : "";
    return ACTIONS.remove(
        sns::setTopicAttributes, request(topic, USUAL.formatted(USUAL_ID, topic, account)));
  }

  private static SetTopicAttributesRequest request(String topic, String document) {
    return SetTopicAttributesRequest.builder()
        .topicArn(topic)
        .attributeName(POLICY)
        .attributeValue(document)
        .build();
  }

  @Override
  public CompletableFuture<List<String>> all() {
    return Topic.everywhere(sns);
  }
}
