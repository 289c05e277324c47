package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that was written to a file is applied as if it had never left. */
class PlanFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"${params.token}", "x-${params.token}", "${params.token}-${key.id}"})
  void aSecretThatIsPutTogetherIsPutTogetherAgain(String value) {
    Blueprint blueprint =
        Blueprint.read(
                Source.text(
                    "shop.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: Blueprint
                    metadata: { name: shop, version: 1.0.0 }
                    parameters: { token: { type: string, sensitive: true } }
                    resources:
                      key: { type: memory::Key }
                      token: { type: memory::Secret, properties: { Value: "%s" } }
                    """
                        .formatted(value)))
            .orThrow();
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      Workspace shop =
          ashlar.open(
              Environment.of("shop", blueprint)
                  .parameter("token", Value.secret(Value.of("t0ps3cret"))));
      String written = shop.plan().join().toJson();
      assertThat(written).doesNotContain("t0ps3cret");

      Outcome outcome =
          shop.apply(Plan.read(Source.text("plan", written)).orThrow()).outcome().join();

      assertThat(outcome.diagnostics()).isEmpty();
      assertThat(shop.plan().join().isEmpty()).isTrue();
    }
  }

  @Test
  void aSecretThatStandsInTheBlueprintIsRefusedBeforeAnythingIsBegun() {
    Blueprint blueprint =
        Blueprint.read(
                Source.text(
                    "shop.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: Blueprint
                    metadata: { name: shop, version: 1.0.0 }
                    resources:
                      key: { type: memory::Key }
                      token: { type: memory::Secret, properties: { Value: t0ps3cret } }
                    """))
            .orThrow();
    MemoryCloud cloud = MemoryCloud.create();
    try (Ashlar ashlar = Ashlar.builder().addProvider(cloud).build()) {
      Workspace shop = ashlar.open(Environment.of("shop", blueprint));
      Plan plan = shop.plan().join();
      Plan read = Plan.read(Source.text("plan", plan.toJson())).orThrow();

      Outcome refused = shop.apply(read).outcome().join();

      assertThat(refused).isInstanceOf(Outcome.Refused.class);
      assertThat(refused.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("execution.secret-withheld");
      assertThat(cloud.objects()).isEmpty();
      assertThat(shop.apply(plan).outcome().join().diagnostics()).isEmpty();
    }
  }
}
