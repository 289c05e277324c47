package dev.ashlar.aws.service.kms;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** Key Management Service. */
public final class Kms implements Service {
  static final Actions ACTIONS = Actions.of("kms");

  /** What was made is listed a moment later. */
  private static final Duration MOMENT = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "kms";
  }

  @Override
  public String client() {
    return "KmsAsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(
        TunedType.of("AWS::KMS::Key", (to, schema) -> new Key(client(to), schema))
            .needing(Operation.CREATE, "kms:CreateKey kms:TagResource kms:EnableKeyRotation")
            .needing(
                Operation.READ,
                "kms:DescribeKey kms:GetKeyPolicy kms:GetKeyRotationStatus kms:ListResourceTags")
            .needing(
                Operation.UPDATE,
                "kms:UpdateKeyDescription kms:PutKeyPolicy kms:EnableKey kms:DisableKey"
                    + " kms:EnableKeyRotation kms:DisableKeyRotation kms:TagResource"
                    + " kms:UntagResource")
            .needing(Operation.DELETE, "kms:DescribeKey kms:ScheduleKeyDeletion")
            .needing(Operation.LIST, "kms:ListKeys")
            .visibleAfter(MOMENT),
        TunedType.of("AWS::KMS::Alias", (to, schema) -> new Alias(client(to)))
            .needing(Operation.CREATE, "kms:CreateAlias")
            .needing(Operation.READ, "kms:DescribeKey")
            .needing(Operation.UPDATE, "kms:UpdateAlias")
            .needing(Operation.DELETE, "kms:DeleteAlias")
            .needing(Operation.LIST, "kms:ListAliases")
            .visibleAfter(MOMENT));
  }

  private static KmsAsyncClient client(Connection connection) {
    return connection.client("kms", KmsAsyncClient::builder);
  }
}
