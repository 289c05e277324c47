package dev.ashlar.graph.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Acme;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.NodeId.Kind;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a sound blueprint becomes. */
class GraphCompilerTest {
  private static List<String> order(Graph graph) {
    return graph.nodes().keySet().stream()
        .filter(id -> id.kind() != Kind.PROVIDER)
        .map(NodeId::toString)
        .toList();
  }

  private static Node.ResourceNode resource(Graph graph, String name) {
    return (Node.ResourceNode) graph.nodes().get(new NodeId(Kind.RESOURCE, name));
  }

  private static List<String> dependencies(Graph graph, String name) {
    return resource(graph, name).dependsOn().stream().map(NodeId::toString).toList();
  }

  private static Value constant(CompiledTerm term) {
    assertThat(term).isInstanceOf(CompiledTerm.Constant.class);
    return ((CompiledTerm.Constant) term).value();
  }

  @Test
  void anEmptyBlueprintIsAnEmptyGraph() {
    assertThat(Compiled.graph("resources: {}").nodes()).isEmpty();
  }

  @Test
  void resourcesKeepTheOrderOfTheDocument() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              c: { type: acme::Key }
              a: { type: acme::Key }
              b: { type: acme::Key }
            """);

    assertThat(order(graph)).containsExactly("c", "a", "b");
  }

  @Test
  void aReferenceMakesADependency() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              uploads: { type: acme::Bucket, properties: { KmsKey: "${key.Arn}" } }
              key: { type: acme::Key }
            """);

    assertThat(dependencies(graph, "uploads")).containsExactly("provider acme", "key");
    assertThat(order(graph)).containsExactly("key", "uploads");
  }

  @Test
  void aReferenceDeepInsideATextMakesADependency() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              uploads:
                type: acme::Bucket
                properties: { Policy: { Statement: [{ Resource: ["a", "${key.Arn}/*"] }] } }
              key: { type: acme::Key }
            """);

    assertThat(dependencies(graph, "uploads")).containsExactly("provider acme", "key");
  }

  @Test
  void whatIsSaidToBeDependedOnIs() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              uploads: { type: acme::Bucket, dependsOn: [key, zone] }
              key: { type: acme::Key }
            lookups:
              zone: { type: acme::Key, where: { Alias: x } }
            """);

    assertThat(dependencies(graph, "uploads"))
        .containsExactly("provider acme", "key", "lookup zone");
  }

  @Test
  void aDependencyGoesThroughLocals() {
    Graph graph =
        Compiled.graph(
            """
            locals:
              outer: "o-${locals.inner}"
              inner: "${key.Arn}"
            resources:
              uploads: { type: acme::Bucket, properties: { KmsKey: "${locals.outer}" } }
              key: { type: acme::Key }
            """);

    assertThat(dependencies(graph, "uploads")).containsExactly("provider acme", "local outer");
    assertThat(order(graph)).containsExactly("key", "local inner", "local outer", "uploads");
  }

  @Test
  void whatAProviderIsConfiguredWithComesBeforeWhatItServes() {
    Graph graph =
        Compiled.graph(
            """
            providers:
              other: { Endpoint: "https://${gateway.Url}" }
            resources:
              thing: { type: other::Thing }
              gateway: { type: acme::Bucket }
            """);

    assertThat(graph.nodes().keySet().stream().map(NodeId::toString))
        .containsExactly("provider acme", "gateway", "provider other", "thing");
  }

  @Test
  void aProviderThatIsUsedNeedsNoDeclaration() {
    Graph graph = Compiled.graph("resources: { key: { type: acme::Key } }");

    assertThat(resource(graph, "key").provider()).isEqualTo(new NodeId(Kind.PROVIDER, "acme"));
    assertThat(graph.nodes()).containsKey(new NodeId(Kind.PROVIDER, "acme"));
  }

  @Test
  void theOnlyConfigurationOfAProviderServesWithoutBeingNamed() {
    Graph graph =
        Compiled.graph(
            """
            providers:
              acme.replica: { Region: us }
            resources:
              key: { type: acme::Key }
            """);

    assertThat(resource(graph, "key").provider().name()).isEqualTo("acme.replica");
  }

  @Test
  void ofSeveralConfigurationsTheOneWithoutANameServes() {
    Graph graph =
        Compiled.graph(
            """
            providers:
              acme.replica: { Region: us }
              acme: { Region: eu }
            resources:
              here: { type: acme::Key }
              there: { type: acme::Key, provider: acme.replica }
            """);

    assertThat(resource(graph, "here").provider().name()).isEqualTo("acme");
    assertThat(resource(graph, "there").provider().name()).isEqualTo("acme.replica");
  }

  @Test
  void aConfigurationThatNothingUsesIsThereForWhatTheStateStillHolds() {
    Graph graph = Compiled.graph("providers: { acme.old: { Region: us } }");

    assertThat(graph.nodes()).containsOnlyKeys(new NodeId(Kind.PROVIDER, "acme.old"));
  }

  @Test
  void whatHoldsNoExpressionIsOneConstant() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              uploads:
                type: acme::Bucket
                properties: { Size: 3, Versioning: { Status: Enabled }, Tags: [{ Key: a, Value: b }] }
            """);

    assertThat(constant(resource(graph, "uploads").properties()))
        .isEqualTo(
            Value.map(
                Map.of(
                    "Size",
                    Value.of(3),
                    "Versioning",
                    Value.map(Map.of("Status", Value.of("Enabled"))),
                    "Tags",
                    Value.list(Value.map(Map.of("Key", Value.of("a"), "Value", Value.of("b")))))));
  }

  @Test
  void aPlainScalarInThePlaceOfATextIsItsSourceText() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              uploads:
                type: acme::Bucket
                properties:
                  KmsKey: 1.10
                  Labels: { on: yes, off: true, when: 2020-01-01 }
                  Tags: [{ Key: 007, Value: 1e3 }]
                  Ratio: 1.10
                  Policy: { version: 1.10 }
            """);

    Value.MapValue properties = (Value.MapValue) constant(resource(graph, "uploads").properties());
    assertThat(properties.get("KmsKey")).isEqualTo(Value.of("1.10"));
    assertThat(properties.get("Labels"))
        .isEqualTo(
            Value.map(
                Map.of(
                    "on",
                    Value.of("yes"),
                    "off",
                    Value.of("true"),
                    "when",
                    Value.of("2020-01-01"))));
    assertThat(properties.get("Tags"))
        .isEqualTo(Value.list(Value.map(Map.of("Key", Value.of("007"), "Value", Value.of("1e3")))));
    assertThat(properties.get("Ratio").type()).isEqualTo(ValueType.NUMBER);
    assertThat(properties.get("Policy"))
        .isEqualTo(Value.map(Map.of("version", Value.of(new BigDecimal("1.1")))));
  }

  @Test
  void nullInThePlaceOfATextIsNoText() {
    Graph graph =
        Compiled.graph("resources: { b: { type: acme::Bucket, properties: { KmsKey: null } } }");

    assertThat(constant(resource(graph, "b").properties()))
        .isEqualTo(Value.map(Map.of("KmsKey", Value.NULL)));
  }

  @Test
  void aLiteralIsCopiedUnread() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              b:
                type: acme::Bucket
                properties: { Policy: { $literal: { Resource: "${aws:username}" } } }
            """);

    assertThat(constant(resource(graph, "b").properties()))
        .isEqualTo(
            Value.map(
                Map.of("Policy", Value.map(Map.of("Resource", Value.of("${aws:username}"))))));
  }

  @Test
  void insideInstancesEachIsTheKeyAndTheEntry() {
    Graph graph =
        Compiled.graph(
            """
            parameters:
              sizes: { type: map, items: { type: integer }, default: { a: 1 } }
            resources:
              listed: { type: acme::Bucket, forEach: [a, b], properties: { KmsKey: "${each.value}" } }
              mapped:
                type: acme::Bucket
                forEach: "${params.sizes}"
                properties: { Size: "${each.value}", KmsKey: "${each.key}" }
              spelled:
                type: acme::Bucket
                forEach: { x: { n: 1 }, y: { n: 2 } }
                properties: { Size: "${each.value.n}" }
            """);

    assertThat(constant(resource(graph, "listed").forEach().orElseThrow()))
        .isEqualTo(Value.list(Value.of("a"), Value.of("b")));
    assertThat(resource(graph, "mapped").forEach()).isPresent();
    assertThat(resource(graph, "spelled").forEach()).isPresent();
  }

  @Test
  void instanceKeysAreTextsAlsoWhereTheyLookLikeNumbers() {
    Graph graph = Compiled.graph("resources: { b: { type: acme::Key, forEach: [1, 2.0] } }");

    assertThat(constant(resource(graph, "b").forEach().orElseThrow()))
        .isEqualTo(Value.list(Value.of("1"), Value.of("2.0")));
  }

  @Test
  void aShapeThatContainsItselfIsTypedAsFarAsItIsKnown() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              tree:
                type: acme::Tree
                properties: { Root: { Name: a, Left: { Left: { Name: b } }, More: [{ Name: c }] } }
            outputs:
              name: { value: "${tree.Root.Name}" }
              deep: { value: "${tree.Root.Left.Left.Left.Name}" }
              id: { value: "${tree.id}" }
            """);

    Node.OutputNode name = (Node.OutputNode) graph.nodes().get(new NodeId(Kind.OUTPUT, "name"));
    assertThat(((CompiledTerm.Single) name.value()).expression().type())
        .isEqualTo(ValueType.STRING);
  }

  @Test
  void whatMovedTwiceIsFollowedToWhereItIsNow() {
    Graph graph =
        Compiled.graph(
            """
            resources:
              key: { type: acme::Key, forEach: [a] }
            moved:
              - { from: 'old["x"]', to: 'key["a"]' }
            """);

    assertThat(graph.moved()).hasSize(1);
    assertThat(graph.moved().get(0).to()).hasToString("key[\"a\"]");
  }

  @Test
  void aParameterThatNothingReadsIsWorthAWarning() {
    Checked<Graph> checked =
        Compiled.check(
            """
            parameters:
              used: { type: string, default: a }
              left: { type: string, default: a }
              configured: { type: string, default: a }
            providers:
              acme: { Region: "${params.configured}" }
            outputs:
              o: { value: "x-${params.used}" }
            """);

    assertThat(checked.isSound()).isTrue();
    assertThat(checked.diagnostics())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
              assertThat(warning.code()).isEqualTo("graph.unused-parameter");
              assertThat(warning.detail()).contains("\"left\"");
              assertThat(warning.location().orElseThrow().line()).isEqualTo(6);
            });
  }

  @Test
  void theSameDocumentGivesTheSameGraph() {
    String text =
        """
        locals: { n: "${key.Arn}" }
        resources:
          b: { type: acme::Bucket, properties: { KmsKey: "${locals.n}" }, forEach: [x] }
          key: { type: acme::Key }
        """;

    assertThat(order(Compiled.graph(text))).isEqualTo(order(Compiled.graph(text)));
    assertThat(Compiled.graph(text).scope().record())
        .isEqualTo(Compiled.graph(text).scope().record());
  }

  @Test
  void aTypeThatTwoProvidersClaimIsRefusedWhereItIsUsed() {
    Types contested =
        Types.of(
            Providers.of(
                Acme.acme(), new Acme("acme", List.of(Acme.KEY), ConfigurationSchema.EMPTY)));
    Blueprint blueprint = Compiled.read("resources: { key: { type: acme::Key } }");

    Checked<Graph> checked =
        new GraphCompiler(Compiled.expressions()::compile, contested)
            .compile(Environment.of("orders", blueprint), Compiled.INPUTS);

    assertThat(checked.isSound()).isFalse();
    assertThat(checked.diagnostics())
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).startsWith("connector.");
              assertThat(problem.location().orElseThrow().line()).isEqualTo(4);
            });
  }

  @Test
  void secretEntriesOfAMapMayMakeInstancesAndStaySecretThere() {
    String text =
        """
        parameters:
          token: { type: string, sensitive: true }
        locals:
          tokens: { a: "${params.token}", b: open }
        resources:
          db:
            type: acme::Database
            forEach: "${locals.tokens}"
            properties: { Name: "%s", Password: "${each.value}" }
        """;

    assertThat(Compiled.check(text.formatted("db-${each.key}")).isSound()).isTrue();
    assertThat(Compiled.check(text.formatted("db-${each.value}")).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("graph.secret-exposed");
  }

  @Test
  void whatIsDeprecatedIsWorthAWarningAtItsName() {
    Checked<Graph> checked =
        Compiled.check(
            """
            resources:
              b:
                type: acme::Bucket
                properties: { Class: cold }
            """);

    assertThat(checked.isSound()).isTrue();
    assertThat(checked.diagnostics())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("schema.deprecated-property");
              assertThat(warning.location().orElseThrow()).hasToString("orders.yaml:7:19");
            });
  }

  @Test
  void nullIsAValueThatANullableParameterCanBeComparedWith() {
    assertThat(
            Compiled.check(
                    """
                    parameters:
                      alias: { type: string, nullable: true, default: null }
                    resources:
                      key:
                        type: acme::Key
                        when: "${params.alias != null}"
                        properties: { Alias: "${params.alias}" }
                    """)
                .isSound())
        .isTrue();
  }

  @Test
  void aProblemIsNamedByItsCanvasElement() {
    assertThat(
            Compiled.check(
                    """
                    resources:
                      b: { type: acme::Bucket, properties: { Size: 0 }, source: { canvas: node-17 } }
                    """)
                .diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.canvas()).contains("node-17");
              assertThat(problem.address()).hasToString("Optional[b]");
              assertThat(problem.path()).hasToString("Optional[Size]");
            });
  }
}
