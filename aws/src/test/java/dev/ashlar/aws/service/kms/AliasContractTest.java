package dev.ashlar.aws.service.kms;

import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Ref;
import dev.ashlar.blueprint.Resource;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Aliases keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class AliasContractTest {
  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> anAliasKeepsTheContract() {
    Resource alias =
        Resource.named("alias", "AWS::KMS::Alias")
            .property("AliasName", "alias/orders")
            .property("TargetKeyId", Ref.to("key", "KeyId"));
    return Emulated.contract("eu-west-2")
        .given(Resource.named("key", "AWS::KMS::Key"), Resource.named("other", "AWS::KMS::Key"))
        .creating(alias)
        .updatingTo(alias.property("TargetKeyId", Ref.to("other", "Arn")))
        .replacingTo(alias.property("AliasName", "alias/jobs"))
        .tests();
  }
}
