package dev.ashlar.aws.service.lambda;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;

/** Lambda. */
public final class Lambda implements Service {
  static final Actions ACTIONS = Actions.of("lambda");

  /** What was made is told a little later. */
  private static final Duration SEEN = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "lambda";
  }

  @Override
  public String client() {
    return "LambdaAsyncClient";
  }

  @Override
  public List<TunedType> types() {
    String extras =
        " lambda:PutFunctionConcurrency lambda:PutFunctionRecursionConfig"
            + " lambda:PutRuntimeManagementConfig lambda:GetFunction lambda:TagResource"
            + " iam:PassRole";
    return List.of(
        TunedType.of(
                "AWS::Lambda::Function",
                (to, schema) ->
                    new Functions(
                        client(to),
                        new Told(schema, Names.SAME.with("SnapStartResponse", "SnapStart"))))
            .visibleAfter(SEEN)
            .leaving("FunctionScalingConfig", "PublishToLatestPublished")
            .needing(Operation.CREATE, "lambda:CreateFunction" + extras)
            .needing(
                Operation.READ,
                "lambda:GetFunction lambda:GetFunctionCodeSigningConfig"
                    + " lambda:GetFunctionRecursionConfig lambda:GetRuntimeManagementConfig")
            .needing(
                Operation.UPDATE,
                "lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration"
                    + " lambda:DeleteFunctionConcurrency lambda:PutFunctionCodeSigningConfig"
                    + " lambda:DeleteFunctionCodeSigningConfig lambda:UntagResource"
                    + extras)
            .needing(Operation.DELETE, "lambda:DeleteFunction")
            .needing(Operation.LIST, "lambda:ListFunctions"));
  }

  private static LambdaAsyncClient client(Connection connection) {
    return connection.client("lambda", LambdaAsyncClient::builder);
  }
}
