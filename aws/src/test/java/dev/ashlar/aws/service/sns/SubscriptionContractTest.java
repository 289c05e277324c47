package dev.ashlar.aws.service.sns;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Ref;
import dev.ashlar.blueprint.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Subscriptions keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class SubscriptionContractTest {
  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aSubscriptionKeepsTheContract() {
    Resource subscription =
        Resource.named("jobs", "AWS::SNS::Subscription")
            .property("TopicArn", Ref.to("news", "TopicArn"))
            .property("Protocol", "sqs")
            .property("Endpoint", "arn:aws:sqs:eu-west-1:123456789012:jobs")
            .property("FilterPolicy", Json.read("{\"kind\": [\"a\"]}"));
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-3")
            .given(Resource.named("news", "AWS::SNS::Topic"))
            .creating(subscription)
            .updatingTo(
                subscription.property("FilterPolicy", Json.read("{\"kind\": [\"b\", \"c\"]}")),
                subscription.property("RawMessageDelivery", true),
                subscription.property("FilterPolicyScope", "MessageBody"),
                subscription.property(
                    "RedrivePolicy",
                    Json.read(
                        """
                        {"deadLetterTargetArn": "arn:aws:sqs:eu-west-1:123456789012:lost"}\
                        """)),
                subscription.property(
                    "DeliveryPolicy", Json.read("{\"healthyRetryPolicy\": {\"numRetries\": 5}}")))
            .tests();
    return Emulated.but(
        "AWS::SNS::Subscription",
        tests,
        Map.of("without Endpoint", "moto fails where AWS refuses"));
  }
}
