package dev.ashlar.graph.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.ImportDeclaration;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A blueprint that was composed in Java was read by nobody: all is checked here. */
class ComposedBlueprintTest {
  private static final Place PLACE = Place.inCode("orders");

  private static ResourceDeclaration key(String name, Optional<Term> forEach) {
    return new ResourceDeclaration(
        name,
        "acme::Key",
        Optional.empty(),
        Term.Fields.empty(PLACE),
        List.of(),
        Optional.empty(),
        forEach,
        Lifecycle.DEFAULT,
        Optional.empty(),
        PLACE);
  }

  private static ResourceDeclaration key(String name) {
    return key(name, Optional.empty());
  }

  private static Term texts(String... texts) {
    return new Term.Items(Arrays.stream(texts).map(ComposedBlueprintTest::text).toList(), PLACE);
  }

  private static Term text(String text) {
    return new Term.Literal(Value.of(text), Optional.empty(), PLACE);
  }

  private static Term.Fields fields(String name, Term value) {
    return new Term.Fields(
        new TreeMap<>(Map.of(name, value)), new TreeMap<>(Map.of(name, PLACE)), PLACE);
  }

  private static List<String> problems(Blueprint.Builder blueprint) {
    return problems(Compiled.check(blueprint.build()));
  }

  private static List<String> problems(Checked<Graph> checked) {
    return checked.diagnostics().stream().map(d -> d.code() + ": " + d.detail()).toList();
  }

  private static MovedDeclaration moved(String from, String to) {
    return new MovedDeclaration(
        Address.parse(from).orElseThrow(), Address.parse(to).orElseThrow(), PLACE);
  }

  @Test
  void aReservedNameIsRefusedWithAnother() {
    assertThat(
            problems(
                Blueprint.named("b")
                    .addResource(key("params"))
                    .addResource(key("in"))
                    .addLocal(new LocalDeclaration("env", text("x"), PLACE))))
        .containsExactly(
            "graph.bad-name: The resource cannot be called \"params\": that is a root of"
                + " expressions. Call it \"params_1\", for example.",
            "graph.bad-name: The resource cannot be called \"in\": that is a word of the"
                + " expression language. Call it \"in_1\", for example.");
  }

  @Test
  void whatIsNoNameIsRefusedWithOne() {
    assertThat(problems(Blueprint.named("b").addResource(key("my-key")).addResource(key("7"))))
        .containsExactly(
            "graph.bad-name: The resource cannot be called \"my-key\": a name is made of letters,"
                + " digits and underscores and does not begin with a digit. \"my_key\" would do.",
            "graph.bad-name: The resource cannot be called \"7\": a name is made of letters,"
                + " digits and underscores and does not begin with a digit. \"_7\" would do.");
  }

  @Test
  void oneNameForTwoThingsIsRefused() {
    assertThat(
            problems(
                Blueprint.named("b")
                    .addResource(key("net"))
                    .addImport(new ImportDeclaration("net", "shared", PLACE))))
        .containsExactly(
            "graph.duplicate-name: The resource \"net\" has the name of an import. Rename one of"
                + " the two.");
  }

  @Test
  void twoInstancesOfOneKeyAreRefused() {
    assertThat(
            problems(Blueprint.named("b").addResource(key("k", Optional.of(texts("a", "b", "a"))))))
        .containsExactly("graph.duplicate-key: \"a\" is in the list twice. Take one away.");
  }

  @Test
  void whatMovesInACircleIsRefusedOnce() {
    assertThat(
            problems(
                Blueprint.named("b")
                    .addResource(key("k"))
                    .addMoved(moved("a", "c"))
                    .addMoved(moved("c", "a"))))
        .containsExactly("graph.bad-moved: a moves in a circle and ends where it was.");
  }

  @Test
  void whatMovesToItselfIsACircle() {
    assertThat(problems(Blueprint.named("b").addMoved(moved("a", "a"))))
        .containsExactly("graph.bad-moved: a moves in a circle and ends where it was.");
  }

  @Test
  void twoThingsCannotMoveToOnePlaceNorOneToTwo() {
    assertThat(
            problems(
                Blueprint.named("b")
                    .addResource(key("k"))
                    .addResource(key("l"))
                    .addMoved(moved("a", "k"))
                    .addMoved(moved("b", "k"))
                    .addMoved(moved("a", "l"))))
        .containsExactly(
            "graph.bad-moved: Two things move to k: also a.",
            "graph.bad-moved: a moves twice: also to k.");
  }

  @Test
  void whatIsStillDeclaredHasNotMoved() {
    assertThat(
            problems(
                Blueprint.named("b")
                    .addResource(key("a"))
                    .addResource(key("k"))
                    .addMoved(moved("a", "k"))))
        .containsExactly(
            "graph.bad-moved: \"from\" is a, which is still declared. Take away the declaration or"
                + " this entry.");
  }

  @Test
  void nothingMovesToWhatIsNotDeclared() {
    assertThat(problems(Blueprint.named("b").addResource(key("web")).addMoved(moved("a", "wep"))))
        .containsExactly(
            "graph.bad-moved: \"to\" is wep, and there is no such resource; did you mean web?");
  }

  @Test
  void anInstanceCannotBecomeAllInstancesNorMoveIntoWhatHasNone() {
    assertThat(
            problems(
                Blueprint.named("b")
                    .addResource(key("many", Optional.of(texts("x"))))
                    .addResource(key("single"))
                    .addMoved(moved("a[\"x\"]", "many"))
                    .addMoved(moved("c", "single[\"x\"]"))))
        .containsExactly(
            "graph.bad-moved: One instance, a[\"x\"], cannot become all instances of \"many\". Say"
                + " which one: many[\"KEY\"].",
            "graph.bad-moved: \"to\" is single[\"x\"], and \"single\" has no forEach, so no"
                + " instances.");
  }

  @Test
  void whatMovedAgainIsFollowedToWhereItIs() {
    Graph graph =
        Compiled.check(
                Blueprint.named("b")
                    .addResource(key("now"))
                    .addMoved(moved("first", "second"))
                    .addMoved(moved("second", "now"))
                    .build())
            .orThrow();

    assertThat(graph.moved())
        .extracting(m -> m.from() + " -> " + m.to())
        .containsExactly("first -> now", "second -> now");
  }

  @Test
  void aSingleResourceMayBecomeOneOfMany() {
    Graph graph =
        Compiled.check(
                Blueprint.named("b")
                    .addResource(key("servers", Optional.of(texts("main", "spare"))))
                    .addMoved(moved("server", "servers[\"main\"]"))
                    .addMoved(moved("servers[\"old\"]", "servers[\"spare\"]"))
                    .build())
            .orThrow();

    assertThat(graph.moved()).hasSize(2);
  }

  @Test
  void aValueThatIsNestedTooDeepIsRefusedWithoutEnd() {
    Term deep = text("x");
    for (int i = 0; i < 2_000; i++) {
      deep = new Term.Items(List.of(deep), PLACE);
    }

    assertThat(problems(Blueprint.named("b").addLocal(new LocalDeclaration("l", deep, PLACE))))
        .singleElement()
        .asString()
        .startsWith("graph.too-deep");
  }

  @Test
  void whatTheEnvironmentConfiguresGoesBeforeWhatTheBlueprintDoes() {
    Blueprint blueprint =
        Compiled.read(
            """
            providers: { acme: { Region: eu, Token: t } }
            resources: { key: { type: acme::Key } }
            """);
    Environment environment =
        Environment.of("e", blueprint).provider("acme", fields("Region", text("us")));

    Node.ProviderNode provider =
        (Node.ProviderNode)
            Compiled.check(environment)
                .orThrow()
                .nodes()
                .get(new NodeId(NodeId.Kind.PROVIDER, "acme"));

    assertThat(((CompiledTerm.Constant) provider.configuration()).value())
        .isEqualTo(Value.map(Map.of("Region", Value.of("us"), "Token", Value.of("t"))));
  }

  @Test
  void anEnvironmentCanConfigureTheDefaultOfAProviderThatTheBlueprintDoesNotMention() {
    Environment environment =
        Environment.of("e", Compiled.read("resources: { thing: { type: other::Thing } }"))
            .provider("other", fields("Endpoint", text("http://127.0.0.1")));

    assertThat(Compiled.check(environment).isSound()).isTrue();
  }

  @Test
  void anEnvironmentCannotConfigureWhatIsNot() {
    Environment environment =
        Environment.of("e", Compiled.read("resources: { key: { type: acme::Key } }"))
            .provider("acne", fields("Region", text("us")));

    assertThat(problems(Compiled.check(environment)))
        .containsExactly(
            "graph.unknown-provider: The environment configures a provider that the blueprint does"
                + " not have: \"acne\"; did you mean acme?");
  }

  @Test
  void mocksAreRefusedUntilTheyAreServed() {
    Environment environment =
        Environment.of("e", Compiled.read("resources: { key: { type: acme::Key } }"))
            .mocks(List.of(new Environment.Mock("acme::*", false)));

    assertThat(Compiled.check(environment).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("graph.mocks-later");
  }
}
