package dev.ashlar.aws.service.s3;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Ref;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.value.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Policies of buckets keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class BucketPolicyContractTest {
  private static Value document(String action) {
    return Json.read(
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "%s",
         "Principal": {"AWS": "arn:aws:iam::123456789012:root"},
         "Resource": "arn:aws:s3:::*"}]}\
        """
            .formatted(action));
  }

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aPolicyKeepsTheContract() {
    Resource policy =
        Resource.named("access", "AWS::S3::BucketPolicy")
            .property("Bucket", Ref.to("reports", "BucketName"))
            .property("PolicyDocument", document("s3:GetObject"));
    return Emulated.contract("eu-west-1")
        .given(
            Resource.named("reports", "AWS::S3::Bucket"),
            Resource.named("copies", "AWS::S3::Bucket"))
        .creating(policy)
        .updatingTo(policy.property("PolicyDocument", document("s3:ListBucket")))
        .replacingTo(policy.property("Bucket", Ref.to("copies", "BucketName")))
        .tests();
  }
}
