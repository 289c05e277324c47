package dev.ashlar.aws.service.iam;

import dev.ashlar.aws.AwsConfiguration;
import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.iam.IamAsyncClient;

/** Identity and Access Management. */
public final class Iam implements Service {
  static final Actions ACTIONS = Actions.of("iam");

  /** How long a new role takes to be known everywhere, as a rule. An emulator knows at once. */
  private static final Duration SPREAD = Duration.ofSeconds(10);

  /** What was made is told a little later. */
  private static final Duration SEEN = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "iam";
  }

  @Override
  public String client() {
    return "IamAsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(role(), managedPolicy(), policy());
  }

  private static TunedType role() {
    String hung =
        " iam:AttachRolePolicy iam:DetachRolePolicy iam:PutRolePolicy iam:DeleteRolePolicy"
            + " iam:ListAttachedRolePolicies iam:ListRolePolicies";
    return TunedType.of(
            "AWS::IAM::Role", (to, schema) -> new Roles(client(to), Clock.systemUTC(), spread(to)))
        .visibleAfter(SEEN)
        .needing(Operation.CREATE, "iam:CreateRole iam:TagRole iam:GetRole" + hung)
        .needing(
            Operation.READ,
            "iam:GetRole iam:ListAttachedRolePolicies iam:ListRolePolicies iam:GetRolePolicy")
        .needing(
            Operation.UPDATE,
            "iam:UpdateRole iam:UpdateAssumeRolePolicy iam:PutRolePermissionsBoundary"
                + " iam:DeleteRolePermissionsBoundary iam:TagRole iam:UntagRole"
                + hung)
        .needing(
            Operation.DELETE,
            "iam:DeleteRole iam:DetachRolePolicy iam:DeleteRolePolicy"
                + " iam:ListAttachedRolePolicies iam:ListRolePolicies")
        .needing(Operation.LIST, "iam:ListRoles");
  }

  private static Duration spread(Connection connection) {
    AwsConfiguration configuration = connection.configuration();
    return configuration.endpoint() == null ? SPREAD : Duration.ZERO;
  }

  private static TunedType managedPolicy() {
    String attach = " iam:AttachRolePolicy iam:AttachUserPolicy iam:AttachGroupPolicy";
    String detach = " iam:DetachRolePolicy iam:DetachUserPolicy iam:DetachGroupPolicy";
    return TunedType.of("AWS::IAM::ManagedPolicy", (to, schema) -> new ManagedPolicies(client(to)))
        .repeatable()
        .visibleAfter(SEEN)
        .needing(Operation.CREATE, "iam:CreatePolicy iam:ListPolicies" + attach)
        .needing(Operation.READ, "iam:GetPolicy iam:GetPolicyVersion iam:ListEntitiesForPolicy")
        .needing(
            Operation.UPDATE,
            "iam:CreatePolicyVersion iam:DeletePolicyVersion iam:ListPolicyVersions"
                + attach
                + detach)
        .needing(
            Operation.DELETE,
            "iam:DeletePolicy iam:DeletePolicyVersion iam:ListPolicyVersions"
                + " iam:ListEntitiesForPolicy"
                + detach)
        .needing(Operation.LIST, "iam:ListPolicies");
  }

  private static TunedType policy() {
    String put = "iam:PutRolePolicy iam:PutUserPolicy iam:PutGroupPolicy";
    String get = "iam:GetRolePolicy iam:GetUserPolicy iam:GetGroupPolicy";
    String remove = "iam:DeleteRolePolicy iam:DeleteUserPolicy iam:DeleteGroupPolicy";
    return TunedType.of("AWS::IAM::Policy", (to, schema) -> new InlinePolicies(client(to)))
        .repeatable()
        .needing(Operation.CREATE, put + " " + get)
        .needing(Operation.READ, get)
        .needing(Operation.UPDATE, put + " " + remove)
        .needing(Operation.DELETE, remove)
        .needing(Operation.LIST, get);
  }

  private static IamAsyncClient client(Connection connection) {
    return connection.client("iam", IamAsyncClient::builder);
  }
}
