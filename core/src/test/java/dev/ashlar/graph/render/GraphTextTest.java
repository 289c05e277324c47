package dev.ashlar.graph.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.NodeId;
import dev.ashlar.testing.Golden;
import org.junit.jupiter.api.Test;

/** How a graph looks to a person. */
class GraphTextTest {
  private static final Drawing DRAWING =
      Drawing.of(
          Compiled.graph(
              """
              parameters:
                zones: { type: list, items: { type: string }, default: [a] }
              flags:
                archive: { default: false }
              locals:
                prefix: "orders-${key.Arn}"
              providers:
                acme: { Region: eu }
                other: { Endpoint: "https://${uploads['a'].Url}" }
              lookups:
                zone: { type: acme::Key, where: { Alias: 'a"<b>#' }, expect: many }
              imports:
                shared: { environment: network }
              resources:
                uploads:
                  type: acme::Bucket
                  forEach: "${params.zones}"
                  properties:
                    BucketName: "${locals.prefix}-${each.key}"
                    Tags: [{ Key: key, Value: "${key.Arn}" }, { Key: net, Value: "${shared.vpc}" }]
                  source: { canvas: node-17 }
                archive: { type: acme::Bucket, when: "${flags.archive}", dependsOn: [zone] }
                key: { type: acme::Key }
                thing: { type: other::Thing, properties: { Name: "${key.Arn}${key.Arn}" } }
              outputs:
                archive: { value: "${archive.?Arn.orValue('')}" }
              """));

  @Test
  void asAListWithWhatEachUsesAndWhere() {
    Golden.check("graph/drawing.txt", GraphText.list(DRAWING));
  }

  @Test
  void asAFlowChartForMermaid() {
    Golden.check("graph/drawing.mmd", GraphText.mermaid(DRAWING));
  }

  @Test
  void aProviderWithNothingConfiguredIsLeftOut() {
    Drawing drawing = Drawing.of(Compiled.graph("resources: { key: { type: acme::Key } }"));

    assertThat(drawing.boxes())
        .extracting(Drawing.Box::id)
        .containsExactly(new NodeId(NodeId.Kind.RESOURCE, "key"));
    assertThat(drawing.arrows()).isEmpty();
  }

  @Test
  void anEmptyGraphIsAnEmptyDrawing() {
    Drawing drawing = Drawing.of(Compiled.graph("resources: {}"));

    assertThat(GraphText.list(drawing)).isEqualTo("orders@0.0.0\n");
    assertThat(GraphText.mermaid(drawing)).isEqualTo("flowchart LR\n");
  }

  @Test
  void whatIsUsedTwiceAtOnePlaceIsOneArrow() {
    assertThat(DRAWING.arrows())
        .filteredOn(arrow -> arrow.to().name().equals("thing"))
        .extracting(Drawing.Arrow::what)
        .containsExactly("other", "key.Arn");
  }
}
