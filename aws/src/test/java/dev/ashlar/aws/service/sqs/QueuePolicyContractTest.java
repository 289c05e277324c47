package dev.ashlar.aws.service.sqs;

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

/** Policies of queues keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class QueuePolicyContractTest {
  private static final Resource JOBS = Resource.named("jobs", "AWS::SQS::Queue");
  private static final Resource TASKS = Resource.named("tasks", "AWS::SQS::Queue");

  private static Value document(String action) {
    return Json.read(
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "%s",
         "Principal": {"Service": "sns.amazonaws.com"}, "Resource": "*"}]}\
        """
            .formatted(action));
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aPolicyKeepsTheContract() {
    Resource policy =
        Resource.named("access", "AWS::SQS::QueuePolicy")
            .property("PolicyDocument", document("sqs:SendMessage"))
            .property("Queues", Expression.list(List.of(Ref.to("jobs", "QueueUrl"))));
    return Emulated.contract("eu-west-3")
        .given(JOBS, TASKS)
        .creating(policy)
        .updatingTo(
            policy.property("PolicyDocument", document("sqs:ReceiveMessage")),
            policy.property("Queues", Expression.list(List.of(Ref.to("tasks", "QueueUrl")))))
        .tests();
  }
}
