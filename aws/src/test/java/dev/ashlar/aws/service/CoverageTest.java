package dev.ashlar.aws.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.AwsConfiguration;
import dev.ashlar.aws.AwsProvider;
import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.aws.json.Json;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Address;
import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All that the catalogue knows of a tuned type reaches the service, is refused by name, or goes
 * through Cloud Control. A property that a newer catalogue brings fails here until it is dealt
 * with.
 */
class CoverageTest {
  /** What the rest of an object has to be for a part to be sent. */
  private static final Map<String, String> AROUND =
      Map.of(
          "AWS::DynamoDB::Table",
          "{\"KeySchema\": [{\"AttributeName\": \"id\", \"KeyType\": \"HASH\"}]}",
          "AWS::KMS::Key",
          "{\"EnableKeyRotation\": true}");

  /** Parts that are said by the name of something else, or that a probe cannot be made for. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "AWS::SNS::Topic DeliveryStatusLogging/Protocol",
          "AWS::S3::Bucket LoggingConfiguration/TargetObjectKeyFormat/SimplePrefix",
          "AWS::DynamoDB::Table KeySchema");

  /** Types whose coverage is seen to elsewhere. */
  private static final Set<String> SERVICES = Set.of("DynamoDB", "KMS", "Logs", "S3", "SNS", "SQS");

  @TestFactory
  Stream<DynamicTest> allThatIsDeclaredReachesTheService() {
    return Services.present(CoverageTest.class.getClassLoader()).types().stream()
        .filter(type -> SERVICES.contains(type.split("::", -1)[1]))
        .map(type -> DynamicTest.dynamicTest(type, () -> hold(type)));
  }

  private static void hold(String type) {
    ResourceSchema schema = new AwsProvider().catalog().schema(type).orElseThrow();
    TunedType tuned =
        Services.present(CoverageTest.class.getClassLoader()).type(type).orElseThrow();
    Value around = Json.read(AROUND.getOrDefault(type, "{}"));
    List<String> lost = new ArrayList<>();
    try (Recorder recorder = new Recorder();
        Connection connection = connection(recorder.url())) {
      Tuned maker = tuned.make(connection, schema);
      for (Probe probe : Probe.all(schema, Parts.map(around))) {
        boolean left =
            tuned.uncovered().stream()
                .anyMatch(path -> (probe.path() + "/").startsWith(path + "/"));
        if (!left && !OTHERWISE.contains(type + " " + probe.path())) {
          recorder.forget();
          List<String> refusals = send(maker, schema, probe.spec());
          if (!refusals.isEmpty()) {
            lost.add(probe.path() + " is refused: " + refusals);
          } else if (!recorder.wasSent(probe.mark())) {
            lost.add(probe.path() + " is not sent: " + probe.spec());
          }
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  private static Connection connection(String url) {
    return new Connection(
        new AwsConfiguration(
            "eu-west-1",
            null,
            null,
            Secret.of("AKIDTEST"),
            Secret.of("test-secret-key"),
            null,
            null,
            url,
            null),
        Clock.systemUTC());
  }

  /** Makes, settles, changes and removes; says what was refused before it was sent. */
  private static List<String> send(Tuned tuned, ResourceSchema schema, MapValue spec) {
    List<String> refusals = new ArrayList<>();
    Wanted wanted = new Wanted(Address.of("it"), "key", spec);
    Change change = new Change("it", spec, MapValue.EMPTY, spec.entries().keySet());
    call(() -> tuned.create(wanted), refusals);
    call(() -> tuned.settle(Operation.CREATE, "it", spec), refusals);
    if (schema.operations().contains(Operation.UPDATE)) {
      call(() -> tuned.update(change), new ArrayList<>());
    }
    call(() -> tuned.delete("it", spec), refusals);
    return refusals;
  }

  private static void call(Supplier<CompletableFuture<?>> call, List<String> refusals) {
    try {
      var unused = call.get().handle((done, failed) -> note(failed, refusals)).join();
    } catch (OperationFailedException e) {
      refusals.add(e.failure().detail());
    } catch (NullPointerException e) {
      // What the recorder answers is not enough for what comes after the call.
    }
  }

  private static boolean note(Throwable failed, List<String> refusals) {
    return failed != null
        && ServiceFailures.cause(failed) instanceof OperationFailedException refused
        && refusals.add(refused.failure().detail());
  }
}
