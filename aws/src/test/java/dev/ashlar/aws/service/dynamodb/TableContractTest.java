package dev.ashlar.aws.service.dynamodb;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tables keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class TableContractTest {
  private static final String UNASKED =
      "moto cannot tell of insights and of Kinesis, which is asked where nothing is known";
  static final Map<String, String> LACKS =
      Map.ofEntries(
          Map.entry("a search finds what matches", UNASKED),
          Map.entry("an object that exists is taken over", UNASKED),
          Map.entry(
              "another DeletionProtectionEnabled", "a protected table would outlive the test"),
          Map.entry(
              "another AttributeDefinitions", "a derived one fits no key, and AWS refuses it"),
          Map.entry("ContributorInsightsSpecification", "moto does not have it"),
          Map.entry("another KeySchema", "a derived one fits no definition, and AWS refuses it"),
          Map.entry("KinesisStreamSpecification", "moto does not have it"),
          Map.entry("another LocalSecondaryIndexes", "AWS makes them with the table only"),
          Map.entry("OnDemandThroughput", "moto does not have it"),
          Map.entry("TableClass", "moto does not have it"),
          Map.entry("WarmThroughput", "moto does not have it"),
          Map.entry(
              "another ProvisionedThroughput", "AWS refuses it of a table that is paid by request"),
          Map.entry("another SSESpecification", "a derived one names no key, and AWS refuses it"));

  static Resource table(String indexes) {
    return Emulated.resource(
        "orders",
        "AWS::DynamoDB::Table",
        """
        {"TableName": "orders", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"},
                                  {"AttributeName": "at", "AttributeType": "N"}],
         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"},
                       {"AttributeName": "at", "KeyType": "RANGE"}],
         "GlobalSecondaryIndexes": [%s],
         "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
         "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "end"},
         "Tags": [{"Key": "team", "Value": "a"}]}\
        """
            .formatted(indexes));
  }

  private static String index(String name) {
    return """
    {"IndexName": "%s", "KeySchema": [{"AttributeName": "at", "KeyType": "HASH"}],
     "Projection": {"ProjectionType": "ALL"}}\
    """
        .formatted(name);
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aTableKeepsTheContract() {
    Resource table = table(index("by-time"));
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-1")
            .creating(table)
            .updatingTo(
                table(index("by-hour") + ", " + index("by-day")),
                table
                    .property("BillingMode", "PROVISIONED")
                    .property(
                        "ProvisionedThroughput",
                        Json.read("{\"ReadCapacityUnits\": 2, \"WriteCapacityUnits\": 1}"))
                    .property(
                        "GlobalSecondaryIndexes",
                        Json.read(
                            """
                            [{"IndexName": "by-time", "Projection": {"ProjectionType": "ALL"},
                              "KeySchema": [{"AttributeName": "at", "KeyType": "HASH"}],
                              "ProvisionedThroughput":
                                {"ReadCapacityUnits": 3, "WriteCapacityUnits": 1}}]\
                            """)),
                table.property(
                    "StreamSpecification", Json.read("{\"StreamViewType\": \"NEW_IMAGE\"}")),
                table.property(
                    "TimeToLiveSpecification",
                    Json.read("{\"Enabled\": true, \"AttributeName\": \"over\"}")),
                table.property(
                    "PointInTimeRecoverySpecification",
                    Json.read("{\"PointInTimeRecoveryEnabled\": false}")),
                table.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")))
            .replacingTo(table.property("TableName", "jobs"))
            .tests();
    return Emulated.but("AWS::DynamoDB::Table", tests, LACKS);
  }
}
