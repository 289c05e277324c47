package dev.ashlar.aws.service.sqs;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.SharedPolicy;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Simple Queue Service. */
public final class Sqs implements Service {
  static final Actions ACTIONS = Actions.of("sqs");

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public String client() {
    return "SqsAsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(
        TunedType.of("AWS::SQS::Queue", (to, schema) -> new Queue(client(to), schema))
            .needing(Operation.CREATE, "sqs:CreateQueue sqs:TagQueue sqs:GetQueueUrl")
            .needing(Operation.READ, "sqs:GetQueueAttributes sqs:ListQueueTags")
            .needing(Operation.UPDATE, "sqs:SetQueueAttributes sqs:TagQueue sqs:UntagQueue")
            .needing(Operation.DELETE, "sqs:DeleteQueue")
            .needing(Operation.LIST, "sqs:ListQueues"),
        TunedType.of(
                "AWS::SQS::QueuePolicy",
                (to, schema) -> new SharedPolicy(new QueuePolicies(client(to))))
            .repeatable()
            .needing(Operation.CREATE, "sqs:SetQueueAttributes sqs:GetQueueAttributes")
            .needing(Operation.READ, "sqs:GetQueueAttributes")
            .needing(Operation.UPDATE, "sqs:SetQueueAttributes")
            .needing(Operation.DELETE, "sqs:SetQueueAttributes")
            .needing(Operation.LIST, "sqs:ListQueues"));
  }

  private static SqsAsyncClient client(Connection connection) {
    return connection.client("sqs", SqsAsyncClient::builder);
  }
}
