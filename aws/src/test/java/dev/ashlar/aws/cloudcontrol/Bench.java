package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.aws.AwsProviders;
import dev.ashlar.aws.fake.FakeCloudControl;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;

/** An engine whose AWS is the fake. */
final class Bench implements AutoCloseable {
  final FakeCloudControl cloud = FakeCloudControl.start();
  private final Ashlar ashlar =
      Ashlar.builder().addProvider(AwsProviders.throughCloudControl()).build();

  Workspace open(String resources) {
    String text =
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: orders }
        providers:
          aws: { region: eu-west-1, endpoint: "%s", accessKeyId: AKIDTEST, secretAccessKey: key }
        resources:
        """
            .formatted(cloud.url());
    Blueprint blueprint =
        Blueprint.read(Source.text("orders.yaml", text + resources.indent(2))).orThrow();
    return ashlar.open(Environment.of("orders", blueprint));
  }

  Outcome apply(String resources) {
    Workspace workspace = open(resources);
    Plan plan = workspace.plan().join();
    return workspace.apply(plan).outcome().join();
  }

  @Override
  public void close() {
    ashlar.close();
    cloud.close();
  }
}
