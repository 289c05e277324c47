package dev.ashlar.aws.cloudcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.AwsConfigurations;
import dev.ashlar.aws.AwsProviders;
import dev.ashlar.aws.fake.FakeCloudControl;
import dev.ashlar.testkit.ConnectorContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;

/**
 * Types that the fake knows keep the contract, through the SDK's own client. Most of the time is
 * spent waiting, so types are held to it side by side, each against a fake of its own; all of them
 * with {@code ASHLAR_EMULATORS=required}, else the three that differ most.
 */
@Execution(ExecutionMode.CONCURRENT)
class ContractTest {
  private static final Set<String> USUAL =
      Set.of("AWS::SQS::Queue", "AWS::RDS::DBInstance", "AWS::Lambda::Function");

  @TestFactory
  Stream<DynamicTest> keepsTheContract() {
    boolean all = "required".equals(System.getenv("ASHLAR_EMULATORS"));
    String one = System.getProperty("contract.type", "");
    return Samples.types().stream()
        .filter(type -> one.isEmpty() ? all || USUAL.contains(type) : type.equals(one))
        .map(type -> DynamicTest.dynamicTest(type, () -> hold(type)));
  }

  private static void hold(String type) {
    List<String> broken = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    try (FakeCloudControl cloud = FakeCloudControl.start()) {
      ConnectorContract.of(
              AwsProviders.throughCloudControl(), AwsConfigurations.reaching(cloud.url()))
          .creating(Samples.resource(type))
          .waiting(Duration.ofSeconds(60))
          .tests()
          .forEach(test -> run(test, kept, broken));
      assertThat(cloud.troubles()).isEmpty();
    }
    assertThat(broken).isEmpty();
    assertThat(kept).hasSizeGreaterThan(10);
  }

  private static void run(DynamicTest test, List<String> kept, List<String> broken) {
    try {
      test.getExecutable().execute();
      kept.add(test.getDisplayName());
    } catch (TestAbortedException e) {
      // What a connector like this does not promise.
    } catch (Throwable e) {
      broken.add(test.getDisplayName() + ": " + e);
    }
  }
}
