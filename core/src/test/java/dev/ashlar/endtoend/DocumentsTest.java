package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents in files: an environment, what it extends, its blueprint; and a plan as a document. */
class DocumentsTest {
  private static final String BLUEPRINT =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: orders, version: 1.4.0 }
      parameters:
        replicas: { type: integer, default: 2, minimum: 1, maximum: 10 }
        prefix: { type: string, default: ord }
        token: { type: string, sensitive: true }
      flags:
        archive: { default: false }
      providers:
        parts: { region: east, endpoint: "http://cloud.test" }
      resources:
        part:
          type: parts::Part
          properties: { Name: "${params.prefix}-${env.stage}", Size: "${params.replicas}", Token: "${params.token}" }
          source: { canvas: node-17 }
        archive: { type: memory::Value, when: "${flags.archive}", properties: { input: "${part.Arn}" } }
      outputs:
        arn: { value: "${part.Arn}" }
      """;
  private static final String BASE =
      """
      apiVersion: ashlar.dev/v1
      kind: Environment
      metadata: { name: base, tenant: acme }
      blueprint: ./orders.yaml
      stage: development
      parameters: { replicas: 1, prefix: all, token: { secret: "env:ORDERS_TOKEN" } }
      onFailure: continue
      """;
  private static final String STAGING =
      """
      apiVersion: ashlar.dev/v1
      kind: Environment
      metadata: { name: orders-staging, tenant: acme }
      extends: ./base.yaml
      stage: staging
      parameters: { replicas: 3 }
      flags: { archive: true }
      providers: { parts: { region: west } }
      """;

  @TempDir private Path folder;
  private final Scene scene = new Scene();
  private Environment environment =
      Environment.of("none", scene.workspace().environment().blueprint());

  @BeforeEach
  void documents() throws IOException {
    Files.writeString(folder.resolve("orders.yaml"), BLUEPRINT);
    Files.writeString(folder.resolve("base.yaml"), BASE);
    Files.writeString(folder.resolve("staging.yaml"), STAGING);
    scene.variables.put("ORDERS_TOKEN", "hush");
    environment = Environment.read(Source.file(folder.resolve("staging.yaml"))).orThrow();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void anEnvironmentExtendsAnotherAndNamesItsBlueprint() {
    scene.with(none -> environment);
    assertThat(scene.workspace().environment().id()).hasToString("acme/orders-staging");
    Outcome outcome = scene.applied();
    assertThat(outcome.summary()).isEqualTo("succeeded: 2 created");
    assertThat(scene.recorded("part").home().scope().get("region")).isEqualTo(Value.of("west"));
    assertThat(scene.actual("part", "Size")).isEqualTo(Value.of(3));
    assertThat(scene.state().origin().parameters().get("token").toString()).startsWith("fp:");
    scene.nothingElse().golden("documents/environment");
  }

  @Test
  void aPlanIsADocument() {
    scene.with(none -> environment).applied();
    scene.with(same -> same.parameter("replicas", 5).flag("archive", false));
    Plan plan = scene.plan();
    Golden.check(
        "endtoend/documents/plan.json",
        plan.toJson()
            .replace(folder.toString().replace("\\", "\\\\"), "FOLDER")
            .replaceAll("\"seal\" *: *\"[0-9a-f]+\"", "\"seal\": \"SEAL\"")
            .replaceAll("fp:[0-9a-f]+", "fp:FINGERPRINT"));
  }

  @Test
  void theSameDocumentsInAnotherFolderGiveTheSamePlan() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    for (String name : new String[] {"orders.yaml", "base.yaml", "staging.yaml"}) {
      Files.copy(folder.resolve(name), other.resolve(name));
    }
    String digest = scene.with(none -> environment).plan().digest();
    scene.with(none -> Environment.read(Source.file(other.resolve("staging.yaml"))).orThrow());
    assertThat(scene.plan().digest()).isEqualTo(digest);
  }

  @Test
  void aSecretThatIsNotThereIsTold() {
    scene.variables.clear();
    Plan plan = scene.with(none -> environment).plan();
    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.diagnostics().toString()).contains("ORDERS_TOKEN");
  }
}
