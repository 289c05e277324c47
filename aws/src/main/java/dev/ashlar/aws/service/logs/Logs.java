package dev.ashlar.aws.service.logs;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;

/** CloudWatch Logs. */
public final class Logs implements Service {
  static final Actions ACTIONS = Actions.of("logs");

  @Override
  public String name() {
    return "cloudwatchlogs";
  }

  @Override
  public String client() {
    return "CloudWatchLogsAsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(
        TunedType.of("AWS::Logs::LogGroup", (to, schema) -> new LogGroup(client(to), schema))
            .needing(
                Operation.CREATE, "logs:CreateLogGroup logs:TagResource logs:PutRetentionPolicy")
            .needing(Operation.READ, "logs:DescribeLogGroups logs:ListTagsForResource")
            .needing(
                Operation.UPDATE,
                "logs:PutRetentionPolicy logs:DeleteRetentionPolicy logs:AssociateKmsKey"
                    + " logs:DisassociateKmsKey logs:TagResource logs:UntagResource")
            .needing(Operation.DELETE, "logs:DeleteLogGroup")
            .needing(Operation.LIST, "logs:DescribeLogGroups")
            .leaving("BearerTokenAuthenticationEnabled"));
  }

  private static CloudWatchLogsAsyncClient client(Connection connection) {
    return connection.client("cloudwatchlogs", CloudWatchLogsAsyncClient::builder);
  }
}
