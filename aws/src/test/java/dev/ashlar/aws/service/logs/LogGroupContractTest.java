package dev.ashlar.aws.service.logs;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Log groups keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class LogGroupContractTest {
  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aLogGroupKeepsTheContract() {
    Resource group =
        Emulated.resource(
            "logs",
            "AWS::Logs::LogGroup",
            """
            {"LogGroupName": "/orders", "RetentionInDays": 14,
             "Tags": [{"Key": "team", "Value": "a"}]}\
            """);
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-1")
            .creating(group)
            .updatingTo(
                group.property("RetentionInDays", 30),
                group.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")))
            .replacingTo(group.property("LogGroupName", "/jobs"))
            .tests();
    return Emulated.but(
        "AWS::Logs::LogGroup",
        tests,
        Map.of(
            "DataProtectionPolicy", "moto does not have it",
            "DeletionProtectionEnabled", "moto does not have it",
            "FieldIndexPolicies", "moto does not have them",
            "LogGroupClass", "AWS changes it of no group: the failure says so",
            "ResourcePolicyDocument", "moto has policies of the account only"));
  }
}
