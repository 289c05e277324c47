package dev.ashlar.aws.service;

import dev.ashlar.aws.AwsConfiguration;
import dev.ashlar.aws.AwsConfigurations;
import dev.ashlar.aws.AwsProvider;
import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.emulator.Moto;
import dev.ashlar.aws.json.Json;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.testkit.ConnectorContract;
import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Contracts of tuned connectors against moto, through the SDK's own clients. */
public final class Emulated {
  private Emulated() {}

  /**
   * The contract of a type.
   *
   * @param region a region that no other test uses
   */
  public static ConnectorContract contract(String region) {
    AwsProvider provider = new AwsProvider();
    return ConnectorContract.of(provider, AwsConfigurations.reaching(Moto.url(), region))
        .waiting(Duration.ofSeconds(60))
        .seenWithin(Duration.ZERO);
  }

  /** A resource, its properties as JSON. */
  public static Resource resource(String name, String type, String json) {
    Resource resource = Resource.named(name, type);
    for (Map.Entry<String, Value> property : Json.readObject(json).entries().entrySet()) {
      resource = resource.property(property.getKey(), property.getValue());
    }
    return resource;
  }

  /**
   * Tests, but those whose name has a part are skipped with the reason: for what the emulator does
   * otherwise than the service.
   */
  public static Stream<DynamicTest> but(Stream<DynamicTest> tests, Map<String, String> reasons) {
    return tests.map(
        test ->
            reasons.entrySet().stream()
                .filter(reason -> test.getDisplayName().contains(reason.getKey()))
                .findFirst()
                .map(reason -> skipped(test.getDisplayName(), reason.getValue()))
                .orElse(test));
  }

  /** The same, without the properties that a type leaves to Cloud Control: no emulator has that. */
  public static Stream<DynamicTest> but(
      String type, Stream<DynamicTest> tests, Map<String, String> reasons) {
    Map<String, String> all = new TreeMap<>(reasons);
    TunedType tuned = Services.present(Emulated.class.getClassLoader()).type(type).orElseThrow();
    for (String property : tuned.uncovered()) {
      all.put("another " + property + " ", "moto has no Cloud Control, which takes " + property);
    }
    return but(tests, all);
  }

  private static DynamicTest skipped(String name, String why) {
    return DynamicTest.dynamicTest(name, () -> Assumptions.abort("skipped: " + why));
  }

  /** A way to the emulator beside the connector's. */
  public static Connection connection(String region) {
    return new Connection(
        new AwsConfiguration(
            region,
            null,
            null,
            Secret.of("AKIDTEST"),
            Secret.of("test-secret-key"),
            null,
            null,
            Moto.url(),
            null),
        Clock.systemUTC());
  }
}
