package dev.ashlar.aws.service.sqs;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class QueueContractTest {
  private static Resource queue(String properties) {
    return Emulated.resource("jobs", "AWS::SQS::Queue", properties);
  }

  private static final Map<String, String> LACKS =
      Map.of(
          "KmsDataKeyReusePeriodSeconds", "moto tells it of queues with a key only",
          "RedriveAllowPolicy", "moto takes it and does not tell it",
          "SqsManagedSseEnabled", "moto makes it a text that it does not tell");
  private static final Map<String, String> STANDARD =
      Map.of(
          "ContentBasedDeduplication", "moto takes it for a standard queue, where AWS refuses",
          "DeduplicationScope", "moto takes it for a standard queue, where AWS refuses",
          "FifoThroughputLimit", "moto takes it for a standard queue, where AWS refuses");
  private static final Map<String, String> FIFO =
      Map.of(
          "another FifoQueue", "moto takes what only FIFO queues have for others, too",
          "without FifoQueue", "moto takes what only FIFO queues have for others, too");

  /** A queue that others can give their dead letters to; its name. */
  private static String deadLetters(String region, String name) {
    try (Connection connection = Emulated.connection(region)) {
      return connection
          .client("sqs", SqsAsyncClient::builder)
          .createQueue(
              queue ->
                  queue
                      .queueName(name)
                      .attributes(
                          name.endsWith(".fifo")
                              ? Map.of(QueueAttributeName.FIFO_QUEUE, "true")
                              : Map.of()))
          .thenApply(made -> "arn:aws:sqs:" + region + ":123456789012:" + name)
          .join();
    }
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aQueueKeepsTheContract() {
    Resource queue =
        queue(
            """
            {"QueueName": "jobs", "VisibilityTimeout": 60, "DelaySeconds": 5,
             "MessageRetentionPeriod": 86400, "ReceiveMessageWaitTimeSeconds": 10,
             "Tags": [{"Key": "team", "Value": "a"}]}\
            """);
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-1")
            .creating(queue)
            .updatingTo(
                queue.property("VisibilityTimeout", 90),
                queue.property("DelaySeconds", 0).property("MaximumMessageSize", 2048),
                queue.property(
                    "RedriveAllowPolicy", Json.read("{\"redrivePermission\": \"denyAll\"}")),
                queue.property(
                    "RedrivePolicy",
                    Json.read(
                        "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": 3}"
                            .formatted(deadLetters("eu-west-1", "lost")))),
                queue.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")))
            .replacingTo(queue.property("QueueName", "tasks"))
            .tests();
    return Emulated.but(Emulated.but(tests, LACKS), STANDARD);
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aQueueWithoutANameKeepsTheContract() {
    Resource queue = queue("{\"FifoQueue\": true, \"ContentBasedDeduplication\": true}");
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-2")
            .creating(queue)
            .updatingTo(
                queue.property("DeduplicationScope", "messageGroup"),
                queue.property("FifoThroughputLimit", "perMessageGroupId"),
                queue.property(
                    "RedriveAllowPolicy", Json.read("{\"redrivePermission\": \"denyAll\"}")),
                queue.property(
                    "RedrivePolicy",
                    Json.read(
                        "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": 3}"
                            .formatted(deadLetters("eu-west-2", "lost.fifo")))))
            .tests();
    return Emulated.but(Emulated.but(tests, LACKS), FIFO);
  }
}
