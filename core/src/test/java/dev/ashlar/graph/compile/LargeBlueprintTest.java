package dev.ashlar.graph.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.NodeId;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Size costs in proportion, and no depth of references matters. */
class LargeBlueprintTest {
  private static final int SIZE = 20_000;
  private static final Place PLACE = Place.inCode("large");

  private static Term computed(String expression) {
    return new Term.Computed(expression, 0, PLACE);
  }

  @Test
  void aChainOfTwentyThousandLocalsIsCompiledBackToFront() {
    Blueprint.Builder blueprint = Blueprint.named("large");
    for (int i = SIZE - 1; i > 0; i--) {
      blueprint.addLocal(new LocalDeclaration("l" + i, computed("locals.l" + (i - 1)), PLACE));
    }
    blueprint.addLocal(
        new LocalDeclaration(
            "l0", new Term.Literal(Value.of("x"), Optional.empty(), PLACE), PLACE));

    Graph graph = Compiled.check(blueprint.build()).orThrow();

    List<NodeId> order = List.copyOf(graph.nodes().keySet());
    assertThat(order).hasSize(SIZE);
    assertThat(order.get(0).name()).isEqualTo("l0");
    assertThat(order.get(SIZE - 1).name()).isEqualTo("l" + (SIZE - 1));
  }

  @Test
  void aChainOfTwentyThousandResourcesIsPutInOrder() {
    Blueprint.Builder blueprint = Blueprint.named("large");
    for (int i = SIZE - 1; i >= 0; i--) {
      Term.Fields properties =
          i == 0
              ? Term.Fields.empty(PLACE)
              : new Term.Fields(
                  new TreeMap<>(Map.of("Alias", computed("k" + (i - 1) + ".Arn"))),
                  new TreeMap<>(Map.of("Alias", PLACE)),
                  PLACE);
      blueprint.addResource(
          new ResourceDeclaration(
              "k" + i,
              "acme::Key",
              Optional.empty(),
              properties,
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Lifecycle.DEFAULT,
              Optional.empty(),
              PLACE));
    }

    Graph graph = Compiled.check(blueprint.build()).orThrow();

    List<NodeId> order = List.copyOf(graph.nodes().keySet());
    assertThat(order).hasSize(SIZE + 1);
    assertThat(order.get(1).name()).isEqualTo("k0");
    assertThat(order.get(SIZE).name()).isEqualTo("k" + (SIZE - 1));
  }
}
