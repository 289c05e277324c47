package dev.ashlar.aws.service.sns;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Topics keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class TopicContractTest {
  private static final String UNTOLD = "moto takes it and does not tell it";
  private static final Map<String, String> LACKS =
      Map.of(
          "ArchivePolicy", UNTOLD,
          "ContentBasedDeduplication", UNTOLD,
          "DataProtectionPolicy", UNTOLD,
          "DeliveryStatusLogging", UNTOLD,
          "FifoThroughputScope", UNTOLD,
          "MaximumMessageSize", UNTOLD,
          "SignatureVersion", UNTOLD,
          "TracingConfig", UNTOLD);

  private static Resource topic(String properties) {
    return Emulated.resource("news", "AWS::SNS::Topic", properties);
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aTopicKeepsTheContract() {
    Resource topic =
        topic(
            """
            {"TopicName": "news", "DisplayName": "News",
             "Subscription": [{"Protocol": "sqs",
                               "Endpoint": "arn:aws:sqs:eu-west-1:123456789012:jobs"}],
             "Tags": [{"Key": "team", "Value": "a"}]}\
            """);
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-1")
            .creating(topic)
            .updatingTo(
                topic.property("DisplayName", "Old news"),
                topic.property(
                    "Subscription",
                    Json.read(
                        """
                        [{"Protocol": "sqs",
                          "Endpoint": "arn:aws:sqs:eu-west-1:123456789012:tasks"}]\
                        """)),
                topic.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")))
            .replacingTo(topic.property("TopicName", "papers"))
            .tests();
    return Emulated.but("AWS::SNS::Topic", tests, LACKS);
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aTopicWithoutANameKeepsTheContract() {
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-2")
            .creating(topic("{\"FifoTopic\": true, \"ContentBasedDeduplication\": true}"))
            .tests();
    return Emulated.but(
        tests,
        Map.of(
            "another ", "checked of the topic that has a name",
            "without FifoTopic", "moto takes what only FIFO topics have for others, too"));
  }
}
