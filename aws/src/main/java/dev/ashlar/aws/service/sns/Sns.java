package dev.ashlar.aws.service.sns;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.SharedPolicy;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** Simple Notification Service. */
public final class Sns implements Service {
  static final Actions ACTIONS = Actions.of("sns");

  @Override
  public String name() {
    return "sns";
  }

  @Override
  public String client() {
    return "SnsAsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(
        TunedType.of("AWS::SNS::Topic", (to, schema) -> new Topic(client(to), schema))
            .needing(Operation.CREATE, "sns:CreateTopic sns:TagResource sns:ListTopics")
            .needing(Operation.READ, "sns:GetTopicAttributes sns:ListTagsForResource")
            .needing(Operation.UPDATE, "sns:SetTopicAttributes sns:TagResource sns:UntagResource")
            .needing(Operation.DELETE, "sns:DeleteTopic")
            .needing(Operation.LIST, "sns:ListTopics"),
        TunedType.of("AWS::SNS::Subscription", (to, schema) -> new Subscription(client(to), schema))
            .needing(Operation.CREATE, "sns:Subscribe sns:ListSubscriptionsByTopic")
            .needing(Operation.READ, "sns:GetSubscriptionAttributes")
            .needing(Operation.UPDATE, "sns:SetSubscriptionAttributes")
            .needing(Operation.DELETE, "sns:Unsubscribe")
            .needing(Operation.LIST, "sns:ListSubscriptions")
            .leaving("Region")
            .repeatable(),
        TunedType.of(
                "AWS::SNS::TopicPolicy",
                (to, schema) -> new SharedPolicy(new TopicPolicies(client(to))))
            .needing(Operation.CREATE, "sns:SetTopicAttributes sns:GetTopicAttributes")
            .needing(Operation.READ, "sns:GetTopicAttributes")
            .needing(Operation.UPDATE, "sns:SetTopicAttributes")
            .needing(Operation.DELETE, "sns:SetTopicAttributes")
            .needing(Operation.LIST, "sns:ListTopics")
            .repeatable());
  }

  /** What is none cannot be asked for; a subscription that waits to be confirmed has none. */
  static boolean isArn(String text) {
    return text.startsWith("arn:");
  }

  private static SnsAsyncClient client(Connection connection) {
    return connection.client("sns", SnsAsyncClient::builder);
  }
}
