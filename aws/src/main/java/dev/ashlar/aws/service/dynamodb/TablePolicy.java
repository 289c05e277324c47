package dev.ashlar.aws.service.dynamodb;

import static dev.ashlar.aws.service.dynamodb.DynamoDb.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyRequest;

/** The policy of a table; null where there is none. */
final class TablePolicy {
  private TablePolicy() {}

  static CompletableFuture<Value> of(DynamoDbAsyncClient dynamo, String arn) {
    return ACTIONS
        .find(
            dynamo::getResourcePolicy, GetResourcePolicyRequest.builder().resourceArn(arn).build())
        .thenApply(
            found ->
                found
                    .<Value>map(
                        told ->
                            MapValue.EMPTY.with(
                                "PolicyDocument", AttributeTexts.json(told.policy())))
                    .orElse(Value.NULL));
  }
}
