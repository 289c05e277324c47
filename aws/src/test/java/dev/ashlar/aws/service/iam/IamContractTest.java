package dev.ashlar.aws.service.iam;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Expression;
import dev.ashlar.blueprint.Ref;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Roles and policies keep the contract. IAM has no regions: one test after the other. */
@Execution(ExecutionMode.CONCURRENT)
class IamContractTest {
  private static Value trust(String service) {
    return Json.read(
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
         "Principal": {"Service": "%s.amazonaws.com"}}]}\
        """
            .formatted(service));
  }

  private static Value allow(String action) {
    return Json.read(
        """
        {"Version": "2012-10-17",
         "Statement": [{"Effect": "Allow", "Action": ["%s"], "Resource": "*"}]}\
        """
            .formatted(action));
  }

  private static Value policies(String action) {
    return Value.list(
        List.of(Value.map(Map.of("PolicyName", Value.of("own"), "PolicyDocument", allow(action)))));
  }

  private static Resource role(String name) {
    return Resource.named(name, "AWS::IAM::Role")
        .property("AssumeRolePolicyDocument", trust("lambda"));
  }

  private static Resource managed(String name) {
    return Resource.named(name, "AWS::IAM::ManagedPolicy")
        .property("PolicyDocument", allow("s3:GetObject"));
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aRoleKeepsTheContract() {
    Resource role =
        role("worker")
            .property("RoleName", "worker")
            .property("Description", "what works")
            .property("Policies", policies("sqs:SendMessage"))
            .property("Tags", Json.read("[{\"Key\": \"team\", \"Value\": \"a\"}]"));
    return Emulated.contract("eu-north-1")
        .given(managed("reading"))
        .creating(role)
        .updatingTo(
            role.property("AssumeRolePolicyDocument", trust("ec2")),
            role.property("Description", "what works harder").property("MaxSessionDuration", 7200),
            role.property("Policies", policies("sqs:ReceiveMessage")),
            role.property(
                "ManagedPolicyArns", Expression.list(List.of(Ref.to("reading", "PolicyArn")))),
            role.property("PermissionsBoundary", Ref.to("reading", "PolicyArn")),
            role.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")))
        .replacingTo(role.property("RoleName", "labourer"), role.property("Path", "/team/"))
        .tests();
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aManagedPolicyKeepsTheContract() {
    Resource policy =
        managed("reading")
            .property("ManagedPolicyName", "reading")
            .property("Roles", Expression.list(List.of(Ref.to("worker", "RoleName"))));
    return Emulated.but(
        Emulated.contract("eu-north-1")
            .given(
                role("worker").property("RoleName", "worker"),
                role("other").property("RoleName", "other"))
            .creating(policy)
            .updatingTo(
                policy.property("PolicyDocument", allow("s3:PutObject")),
                policy.property("Roles", Expression.list(List.of(Ref.to("other", "RoleName")))))
            .replacingTo(
                policy.property("ManagedPolicyName", "writing"),
                policy.property("Path", "/team/"),
                policy.property("Description", "reads"))
            .tests(),
        Map.of("Groups", "there is no such group", "Users", "there is no such user"));
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> anInlinePolicyKeepsTheContract() {
    Resource policy =
        Resource.named("access", "AWS::IAM::Policy")
            .property("PolicyName", "access")
            .property("PolicyDocument", allow("s3:GetObject"))
            .property("Roles", Expression.list(List.of(Ref.to("worker", "RoleName"))));
    return Emulated.but(
        Emulated.contract("eu-north-1")
            .given(
                role("worker").property("RoleName", "worker"),
                role("other").property("RoleName", "other"))
            .creating(policy)
            .updatingTo(
                policy.property("PolicyName", "entry"),
                policy.property("PolicyDocument", allow("s3:PutObject")),
                policy.property("Roles", Expression.list(List.of(Ref.to("other", "RoleName")))))
            .tests(),
        Map.of("Groups", "there is no such group", "Users", "there is no such user"));
  }
}
