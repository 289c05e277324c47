package dev.ashlar.aws.service.dynamodb;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** DynamoDB. */
public final class DynamoDb implements Service {
  static final Actions ACTIONS = Actions.of("dynamodb");

  /** To add an index to a large table takes its time. */
  private static final Duration LONGEST = Duration.ofHours(2);

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public String client() {
    return "DynamoDbAsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(
        TunedType.of("AWS::DynamoDB::Table", (to, schema) -> new Table(client(to), schema))
            .needing(
                Operation.CREATE,
                "dynamodb:CreateTable dynamodb:DescribeTable dynamodb:TagResource")
            .needing(Operation.READ, "dynamodb:DescribeTable dynamodb:ListTagsOfResource")
            .needing(
                Operation.UPDATE,
                "dynamodb:UpdateTable dynamodb:TagResource dynamodb:UntagResource")
            .needing(Operation.DELETE, "dynamodb:DeleteTable dynamodb:DescribeTable")
            .needing(Operation.LIST, "dynamodb:ListTables")
            .lasting(LONGEST)
            .leaving(
                "ImportSourceSpecification",
                "VectorIndexes",
                "StreamSpecification/ResourcePolicy",
                "StreamSpecification/Tags",
                "GlobalSecondaryIndexes/ContributorInsightsSpecification"));
  }

  private static DynamoDbAsyncClient client(Connection connection) {
    return connection.client("dynamodb", DynamoDbAsyncClient::builder);
  }
}
