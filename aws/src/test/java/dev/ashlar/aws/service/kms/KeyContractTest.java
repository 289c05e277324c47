package dev.ashlar.aws.service.kms;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Keys keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class KeyContractTest {
  private static final String FIXED = "AWS changes it of no key: the failure says so";

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aKeyKeepsTheContract() {
    Resource key =
        Emulated.resource(
            "key",
            "AWS::KMS::Key",
            """
            {"Description": "ours", "EnableKeyRotation": true, "PendingWindowInDays": 7,
             "KeyPolicy": {"Version": "2012-10-17", "Statement": [
               {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
                "Principal": {"AWS": "arn:aws:iam::123456789012:root"}}]},
             "Tags": [{"Key": "team", "Value": "a"}]}\
            """);
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-1")
            .creating(key)
            .updatingTo(
                key.property("Description", "still ours"),
                key.property("EnableKeyRotation", false),
                key.property("Enabled", false),
                key.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")))
            .tests();
    return Emulated.but(
        "AWS::KMS::Key",
        tests,
        Map.of("KeySpec", FIXED, "KeyUsage", FIXED, "MultiRegion", FIXED, "Origin", FIXED));
  }
}
