package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's tags come and go beside the mark of ownership. */
class TagsTest {
  private final MemoryCloud cloud = MemoryCloud.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "memory::Queue;{ Tags: { team: orders } };{}",
        "memory::Queue;{ Tags: { team: orders } };{ Tags: {} }",
        "memory::Queue;{ Tags: { team: orders } };{ Tags: { team: shop, cost: low } }",
        "memory::Bucket;{ Tags: [{ Key: team, Value: orders }] };{}",
        "memory::Bucket;{ Tags: [{ Key: team, Value: orders }] };{ Tags: [] }"
      })
  void theyCanBeTakenAwayAndChanged(String type, String before, String after) {
    try (Ashlar ashlar = Ashlar.builder().addProvider(cloud).build()) {
      apply(open(ashlar, type, before));
      apply(open(ashlar, type, after));
    }

    assertThat(cloud.objects().toString()).contains("ashlar-object").doesNotContain("orders");
  }

  @Test
  void theyCanBeAdded() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(cloud).build()) {
      apply(open(ashlar, "memory::Queue", "{}"));
      apply(open(ashlar, "memory::Queue", "{ Tags: { team: orders } }"));
    }

    assertThat(cloud.objects().get(0).properties().toString())
        .contains("ashlar-object")
        .contains("orders");
  }

  private static Workspace open(Ashlar ashlar, String type, String properties) {
    return ashlar.open(
        Environment.of(
            "shop",
            Blueprint.read(
                    Source.text(
                        "shop.yaml",
                        """
                        apiVersion: ashlar.dev/v1
                        kind: Blueprint
                        metadata: { name: shop, version: 1.0.0 }
                        resources:
                          it: { type: %s, properties: %s }
                        """
                            .formatted(type, properties)))
                .orThrow()));
  }

  private static void apply(Workspace shop) {
    Outcome outcome = shop.apply(shop.plan().join()).outcome().join();
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(shop.plan().join().isEmpty()).isTrue();
  }
}
