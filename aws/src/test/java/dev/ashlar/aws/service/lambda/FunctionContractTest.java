package dev.ashlar.aws.service.lambda;

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

/** Functions keep the contract. */
@Execution(ExecutionMode.CONCURRENT)
class FunctionContractTest {
  private static Resource role(String name) {
    return Resource.named(name, "AWS::IAM::Role")
        .property("RoleName", "function-" + name)
        .property(
            "AssumeRolePolicyDocument",
            Json.read(
                """
                {"Version": "2012-10-17",
                 "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                                "Principal": {"Service": "lambda.amazonaws.com"}}]}\
                """));
  }

  private static Resource function() {
    return Emulated.resource(
            "resize",
            "AWS::Lambda::Function",
            """
            {"FunctionName": "resize", "Runtime": "python3.12", "Handler": "index.handler",
             "Code": {"ZipFile": "def handler(event, context):\\n  return 1\\n"},
             "Description": "makes it smaller", "MemorySize": 256, "Timeout": 10,
             "Environment": {"Variables": {"STAGE": "test"}},
             "Tags": [{"Key": "team", "Value": "a"}]}\
            """)
        .property("Role", Ref.to("worker", "Arn"));
  }

  private static final Map<String, String> LACKS =
      Map.ofEntries(
          Map.entry("Architectures", "moto does not change it"),
          Map.entry("CapacityProviderConfig", "moto does not have it"),
          Map.entry("CodeSigningConfigArn", "moto does not keep it"),
          Map.entry("DeadLetterConfig", "moto does not tell it"),
          Map.entry("DurableConfig", "moto does not have it"),
          Map.entry("EphemeralStorage", "moto does not change it"),
          Map.entry("FileSystemConfigs", "moto does not tell them"),
          Map.entry("FunctionScalingConfig", "moto does not have it"),
          Map.entry("ImageConfig", "moto tells it of images only"),
          Map.entry("KmsKeyArn", "moto does not tell it"),
          Map.entry("Layers", "there is no such layer"),
          Map.entry("LoggingConfig", "moto does not tell it"),
          Map.entry("PackageType", "an archive is no image"),
          Map.entry("PublishToLatestPublished", "moto does not have it"),
          Map.entry("RecursiveLoop", "moto does not have it"),
          Map.entry("RuntimeManagementConfig", "moto does not have it"),
          Map.entry("SnapStart", "moto does not tell it"),
          Map.entry("TenancyConfig", "moto does not have it"),
          Map.entry("TracingConfig", "moto does not change it"),
          Map.entry("VpcConfig", "there is no such network"));

  @TestFactory
  @Execution(ExecutionMode.SAME_THREAD)
  Stream<DynamicTest> aFunctionKeepsTheContract() {
    Resource function = function();
    return Emulated.but(
        "AWS::Lambda::Function",
        Emulated.contract("us-west-1")
            .given(role("worker"), role("other"))
            .creating(function)
            .updatingTo(
                function.property(
                    "Code", Json.read("{\"ZipFile\": \"def handler(e, c):\\n  return 2\\n\"}")),
                function.property("MemorySize", 512).property("Timeout", 20),
                function.property("Runtime", "python3.13"),
                function.property("Handler", "index.other"),
                function.property("Role", Ref.to("other", "Arn")),
                function.property("ReservedConcurrentExecutions", 3),
                function.property(
                    "Environment", Json.read("{\"Variables\": {\"LEVEL\": \"info\"}}")),
                function.property("Tags", Json.read("[{\"Key\": \"owner\", \"Value\": \"b\"}]")))
            .replacingTo(function.property("FunctionName", "shrink"))
            .tests(),
        LACKS);
  }
}
