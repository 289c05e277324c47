package dev.ashlar.aws.service.s3;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Buckets keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class BucketContractTest {
  private static final Map<String, String> LACKS =
      Map.of(
          "AbacStatus", "moto does not have it",
          "AnalyticsConfigurations", "moto does not have them",
          "IntelligentTieringConfigurations", "moto does not have them",
          "InventoryConfigurations", "moto tells the same of all",
          "LoggingConfiguration", "moto asks for grants to the service that logs",
          "MetricsConfigurations", "moto does not have them");

  private static Resource bucket(String properties) {
    return Emulated.resource("uploads", "AWS::S3::Bucket", properties);
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aBucketKeepsTheContract() {
    Resource bucket =
        bucket(
            """
            {"BucketName": "uploads-1",
             "VersioningConfiguration": {"Status": "Enabled"},
             "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true},
             "LifecycleConfiguration": {"Rules": [
               {"Id": "old", "Status": "Enabled", "Prefix": "logs/", "ExpirationInDays": 30,
                "Transitions": [{"StorageClass": "GLACIER", "TransitionInDays": 10}],
                "NoncurrentVersionExpiration": {"NoncurrentDays": 3}}]},
             "CorsConfiguration": {"CorsRules": [
               {"AllowedMethods": ["GET"], "AllowedOrigins": ["https://example.org"],
                "AllowedHeaders": ["x-a"], "ExposedHeaders": ["etag"], "MaxAge": 60}]},
             "Tags": [{"Key": "team", "Value": "a"}]}\
            """);
    Stream<DynamicTest> tests =
        Emulated.contract("eu-west-1")
            .creating(bucket)
            .updatingTo(
                bucket.property(
                    "VersioningConfiguration", Json.read("{\"Status\": \"Suspended\"}")),
                bucket.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")),
                bucket.property(
                    "BucketEncryption",
                    Json.read(
                        """
                        {"ServerSideEncryptionConfiguration": [
                          {"BucketKeyEnabled": true, "ServerSideEncryptionByDefault":
                            {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/ours"}}]}\
                        """)),
                bucket.property(
                    "WebsiteConfiguration",
                    Json.read(
                        """
                        {"IndexDocument": "index.html", "ErrorDocument": "error.html",
                         "RoutingRules": [{"RedirectRule": {"ReplaceKeyPrefixWith": "new/"},
                           "RoutingRuleCondition": {"KeyPrefixEquals": "old/"}}]}\
                        """)),
                bucket.property(
                    "LifecycleConfiguration",
                    Json.read(
                        """
                        {"Rules": [
                          {"Id": "all", "Status": "Disabled", "ExpirationDate": "2040-01-01",
                           "TagFilters": [{"Key": "a", "Value": "b"}, {"Key": "c", "Value": "d"}]},
                          {"Status": "Enabled", "AbortIncompleteMultipartUpload":
                            {"DaysAfterInitiation": 2}}]}\
                        """)),
                bucket.property(
                    "OwnershipControls",
                    Json.read("{\"Rules\": [{\"ObjectOwnership\": \"BucketOwnerPreferred\"}]}")),
                bucket.property(
                    "AccelerateConfiguration", Json.read("{\"AccelerationStatus\": \"Enabled\"}")),
                bucket.property(
                    "InventoryConfigurations",
                    Json.read(
                        """
                        [{"Id": "all", "Enabled": true, "IncludedObjectVersions": "Current",
                          "ScheduleFrequency": "Daily", "Prefix": "logs/",
                          "OptionalFields": ["Size"],
                          "Destination": {"BucketArn": "arn:aws:s3:::uploads-1", "Format": "CSV",
                                          "Prefix": "reports/"}}]\
                        """)),
                bucket.property(
                    "LoggingConfiguration", Json.read("{\"LogFilePrefix\": \"access/\"}")))
            .replacingTo(bucket.property("BucketName", "uploads-2"))
            .tests();
    return Emulated.but("AWS::S3::Bucket", tests, LACKS);
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aBucketWithoutANameKeepsTheContract() {
    Stream<DynamicTest> tests =
        Emulated.contract("us-east-1").creating(bucket("{\"ObjectLockEnabled\": true}")).tests();
    return Emulated.but(
        "AWS::S3::Bucket", tests, Map.of("another ", "checked of the bucket that has a name"));
  }
}
