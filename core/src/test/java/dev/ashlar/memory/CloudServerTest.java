package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Provider;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cloud that is served to engines of other processes. */
@Timeout(60)
class CloudServerTest {
  private static final String ORDERS =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: orders, version: 1.0.0 }
      parameters:
        cloud: { type: string }
      providers:
        memory: { endpoint: "${params.cloud}" }
      resources:
        net: { type: memory::Network, properties: { CidrBlock: 10.0.0.0/16 } }
        subnet:
          type: memory::Subnet
          properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 }
        db:
          type: memory::Database
          properties:
            Name: orders
            Engine: POSTGRES
            AdminPassword: pa-ss-word-1
            SubnetIds: ["${subnet.id}"]
        last: { type: memory::Value, properties: { input: "${db.Endpoint}" } }
      """;

  @TempDir private Path directory;

  private static Workspace open(Ashlar ashlar, String endpoint) {
    Blueprint blueprint = Blueprint.read(Source.text("orders.yaml", ORDERS)).orThrow();
    return ashlar.open(Environment.of("orders", blueprint).parameter("cloud", Value.of(endpoint)));
  }

  /** An engine whose own cloud stays empty. */
  private static Ashlar engine(MemoryCloud own) {
    return Ashlar.builder().addProvider(own).build();
  }

  @Test
  void anEngineUsesTheCloudThatItsProviderIsConfiguredWith() throws IOException {
    MemoryCloud served = MemoryCloud.create();
    MemoryCloud own = MemoryCloud.create();
    try (CloudServer server = CloudServer.start(served, 0);
        Ashlar ashlar = engine(own)) {
      Workspace orders = open(ashlar, server.endpoint().toString());

      Outcome applied = orders.apply(orders.plan().join()).outcome().join();

      assertThat(applied).as("%s", applied.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(served.objects()).hasSize(4);
      assertThat(own.objects()).isEmpty();
      assertThat(orders.plan().join().isEmpty()).isTrue();

      Outcome destroyed =
          orders.apply(orders.plan(PlanMode.of(PlanMode.Purpose.DESTROY)).join()).outcome().join();

      assertThat(destroyed).isInstanceOf(Outcome.Succeeded.class);
      assertThat(served.objects()).isEmpty();
    }
  }

  @Test
  void aSecretStaysOneOnTheOtherSide() throws IOException {
    Path file = directory.resolve("cloud.json");
    MemoryCloud served = MemoryCloud.builder().file(file).keepingRecords().build();
    try (CloudServer server = CloudServer.start(served, 0);
        Ashlar ashlar = engine(MemoryCloud.create())) {
      Workspace orders = open(ashlar, server.endpoint().toString());
      assertThat(orders.apply(orders.plan().join()).outcome().join())
          .isInstanceOf(Outcome.Succeeded.class);
    }

    Value password =
        served.object("memory::Database", "orders").orElseThrow().properties().get("AdminPassword");
    assertThat(password).isEqualTo(Value.secret(Value.of("pa-ss-word-1")));
    assertThat(Files.readString(file)).contains("AdminPassword").doesNotContain("pa-ss-word-1");
  }

  @Test
  void whoKeepsRecordsHasALineForEveryChangeAlsoAfterwards() throws IOException {
    Path file = directory.resolve("cloud.json");
    MemoryCloud kept = MemoryCloud.builder().file(file).keepingRecords().build();
    Cloud cloud = Cloud.of(kept);
    cloud.create("memory::Queue", Cloud.map("Name", "jobs"));
    cloud.update("memory::Queue", "jobs", Cloud.map("Name", "jobs", "VisibilityTimeout", 7));
    cloud.delete("memory::Queue", "jobs");
    cloud.close();

    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(MemoryCloud.inFile(file).objects()).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() throws IOException {
    MemoryCloud served = MemoryCloud.create();
    int port;
    try (CloudServer server = CloudServer.start(served, 0)) {
      port = server.endpoint().getPort();
    }
    try (Ashlar ashlar = engine(MemoryCloud.create())) {
      Workspace orders = open(ashlar, "http://127.0.0.1:" + port);
      Run run = orders.apply(orders.plan().join());
      try (CloudServer again = CloudServer.start(served, port)) {
        Outcome outcome = run.outcome().join();

        assertThat(again.endpoint().getPort()).isEqualTo(port);
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      }
    }
    assertThat(served.objects()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:8420",
        "https://127.0.0.1:8420",
        "http://127.0.0.1",
        "http://cloud.example:8420",
        "http://127.0.0.1.example:8420",
        "http://ada@127.0.0.1:8420",
        "http://127.0.0.1:8420/elsewhere",
        "http://127.0.0.1:8420?a=b",
        "no address"
      })
  void anEndpointIsOnThisMachine(String endpoint) {
    Provider.OpenRequest request = configured(Value.of(endpoint));

    assertThatThrownBy(() -> MemoryCloud.create().open(request))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("http://127.0.0.1:8420");
  }

  @Test
  void anEndpointMayBeWrittenInAnyUsualWay() {
    for (String endpoint :
        List.of("http://127.0.0.1:1", "http://localhost:65535/", "http://[::1]:8420")) {
      assertThat(MemoryCloud.create().open(configured(Value.of(endpoint))).connector("memory::Key"))
          .isPresent();
    }
  }

  @Test
  void aPortThatIsTakenIsToldAtOnce() throws IOException {
    try (CloudServer server = CloudServer.start(MemoryCloud.create(), 0)) {
      assertThatThrownBy(() -> CloudServer.start(MemoryCloud.create(), server.endpoint().getPort()))
          .isInstanceOf(IOException.class);
    }
  }

  private static Provider.OpenRequest configured(Value endpoint) {
    Value.MapValue configuration = Value.MapValue.EMPTY.with("endpoint", endpoint);
    return new Provider.OpenRequest() {
      @Override
      public Value.MapValue configuration() {
        return configuration;
      }

      @Override
      public <C> C configuration(Class<C> type) {
        return type.cast(configuration);
      }
    };
  }
}
