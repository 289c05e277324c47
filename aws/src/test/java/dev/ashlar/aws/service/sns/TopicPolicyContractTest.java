package dev.ashlar.aws.service.sns;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Expression;
import dev.ashlar.blueprint.Ref;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Policies of topics keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class TopicPolicyContractTest {
  private static Value document(String action) {
    return Json.read(
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "%s",
         "Principal": {"Service": "s3.amazonaws.com"}, "Resource": "*"}]}\
        """
            .formatted(action));
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aPolicyKeepsTheContract() {
    Resource policy =
        Resource.named("access", "AWS::SNS::TopicPolicy")
            .property("PolicyDocument", document("sns:Publish"))
            .property("Topics", Expression.list(List.of(Ref.to("news", "TopicArn"))));
    return Emulated.contract("eu-north-1")
        .given(
            Resource.named("news", "AWS::SNS::Topic"), Resource.named("papers", "AWS::SNS::Topic"))
        .creating(policy)
        .updatingTo(
            policy.property("PolicyDocument", document("sns:Subscribe")),
            policy.property("Topics", Expression.list(List.of(Ref.to("papers", "TopicArn")))))
        .tests();
  }
}
