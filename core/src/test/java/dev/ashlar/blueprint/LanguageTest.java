package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.ParameterDeclaration.ChangeRule;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every construct of a blueprint, read from a document as a person writes it. */
class LanguageTest {

  @Test
  void aBlueprintHasANameAndAVersion() {
    Blueprint read = document("metadata: { name: orders, version: 1.4.0-rc.1+b7 }");

    assertThat(read.name()).isEqualTo("orders");
    assertThat(read.version()).isEqualTo("1.4.0-rc.1+b7");
    assertThat(document("metadata: { name: orders }").version()).isEqualTo("0.0.0");
  }

  @Test
  void aParameterHasATypeAndConstraints() {
    Blueprint read =
        blueprint(
            """
            parameters:
              region: { type: string, default: eu-west-1, enum: [eu-west-1, us-east-1] }
              replicas: { type: integer, minimum: 1, maximum: 10, description: how many }
              ratio: { type: number, nullable: true }
              debug: { type: boolean, default: false }
              code: { type: string, minLength: 2, maxLength: 4, pattern: '^[a-z]+$' }
              token: { type: string, sensitive: true }
              dbName: { type: string, immutable: release }
              anything: { type: any, default: { a: [1, NO, null] } }
            """);

    Attribute region = attribute(read, "region");
    assertThat(region.shape()).isEqualTo(Shape.Primitive.STRING);
    assertThat(region.constraints().allowed())
        .isEqualTo(List.of(Value.of("eu-west-1"), Value.of("us-east-1")));
    assertThat(region.defaultValue()).contains(Value.of("eu-west-1"));
    assertThat(region.required()).isFalse();
    Attribute replicas = attribute(read, "replicas");
    assertThat(replicas.required()).isTrue();
    assertThat(replicas.constraints().minimum()).contains(BigDecimal.ONE);
    assertThat(replicas.constraints().maximum()).contains(BigDecimal.TEN);
    assertThat(replicas.description()).isEqualTo("how many");
    assertThat(attribute(read, "ratio").nullable()).isTrue();
    assertThat(attribute(read, "ratio").required()).isFalse();
    assertThat(attribute(read, "debug").defaultValue()).contains(Value.of(false));
    assertThat(attribute(read, "code").constraints().minLength()).contains(2);
    assertThat(attribute(read, "code").constraints().maxLength()).contains(4);
    assertThat(attribute(read, "code").constraints().pattern()).contains("^[a-z]+$");
    assertThat(attribute(read, "token").sensitive()).isTrue();
    assertThat(read.parameters().get("dbName").immutability()).isEqualTo(ChangeRule.RELEASE);
    assertThat(read.parameters().get("region").immutability()).isEqualTo(ChangeRule.NEVER);
    assertThat(attribute(read, "anything").defaultValue())
        .hasToString("Optional[{a=[1, NO, null]}]");
  }

  @Test
  void listsMapsAndObjectsNest() {
    Blueprint read =
        blueprint(
            """
            parameters:
              zones: { type: list, items: { type: string }, default: [a, 1.10], minItems: 1 }
              tags: { type: map, items: { type: integer, maximum: 5 }, maxProperties: 3 }
              port:
                type: object
                properties:
                  from: { type: integer }
                  to: { type: integer, default: 443 }
                  hosts: { type: list, items: { type: string }, nullable: true }
                default: { from: 1 }
              loose: { type: list }
            """);

    assertThat(attribute(read, "zones").type()).hasToString("list(string)");
    assertThat(attribute(read, "zones").defaultValue())
        .contains(Value.list(Value.of("a"), Value.of("1.10")));
    assertThat(attribute(read, "zones").constraints().minLength()).contains(1);
    assertThat(attribute(read, "tags").type()).hasToString("map(integer)");
    assertThat(attribute(read, "tags").constraints().maxLength()).contains(3);
    assertThat(attribute(read, "port").type())
        .hasToString("object(from: integer, hosts: list(string), to: integer)");
    assertThat(attribute(read, "port").defaultValue()).hasToString("Optional[{from=1, to=443}]");
    assertThat(attribute(read, "loose").type()).hasToString("list(any)");
  }

  @Test
  void aFlagIsOffUnlessItSaysOtherwise() {
    Blueprint read =
        blueprint("flags: { archive: { description: keep }, fast: { default: true } }");

    assertThat(read.flags().get("archive").defaultValue()).isFalse();
    assertThat(read.flags().get("archive").description()).isEqualTo("keep");
    assertThat(read.flags().get("fast").defaultValue()).isTrue();
  }

  @Test
  void aLocalIsAnyTerm() {
    Blueprint read = blueprint("locals: { prefix: 'orders-${env.name}', all: [1, '${params.x}'] }");

    assertThat(read.locals().get("prefix").value()).isInstanceOf(Term.Text.class);
    assertThat(read.locals().get("all").value()).isInstanceOf(Term.Items.class);
  }

  @Test
  void aProviderHasConfigurations() {
    Blueprint read =
        blueprint(
            "providers: { aws: { region: '${params.region}' }, aws.replica: { region: x }, google:"
                + " }");

    assertThat(read.providers().keySet()).containsExactly("aws", "aws.replica", "google");
    ProviderDeclaration replica = read.providers().get("aws.replica");
    assertThat(replica.provider()).isEqualTo("aws");
    assertThat(replica.alias()).contains("replica");
    assertThat(replica.configuration().fields().keySet()).containsExactly("region");
    assertThat(read.providers().get("google").configuration().fields()).isEmpty();
  }

  @Test
  void aLookupExpectsOneUnlessItSaysOtherwise() {
    Blueprint read =
        blueprint(
            """
            lookups:
              zone: { type: memory::Zone, where: { Name: "acme.example." }, source: { canvas: n1 } }
              some: { type: memory::Zone, expect: many, provider: memory }
              maybe: { type: memory::Zone, expect: optional }
            """);

    LookupDeclaration zone = read.lookups().get("zone");
    assertThat(zone.type()).isEqualTo("memory::Zone");
    assertThat(zone.expect()).isEqualTo(LookupDeclaration.Expect.ONE);
    assertThat(zone.where().fields().keySet()).containsExactly("Name");
    assertThat(zone.canvas()).contains("n1");
    assertThat(read.lookups().get("some").expect()).isEqualTo(LookupDeclaration.Expect.MANY);
    assertThat(read.lookups().get("some").provider()).contains("memory");
    assertThat(read.lookups().get("maybe").expect()).isEqualTo(LookupDeclaration.Expect.OPTIONAL);
  }

  @Test
  void anImportNamesAnEnvironment() {
    Blueprint read = blueprint("imports: { shared: { environment: shared-network } }");

    assertThat(read.imports().get("shared").environment()).isEqualTo("shared-network");
  }

  @Test
  void aResourceNeedsOnlyAType() {
    ResourceDeclaration files = resource("{ type: memory::Bucket }");

    assertThat(files.type()).isEqualTo("memory::Bucket");
    assertThat(files.provider()).isEmpty();
    assertThat(files.properties().fields()).isEmpty();
    assertThat(files.dependsOn()).isEmpty();
    assertThat(files.when()).isEmpty();
    assertThat(files.forEach()).isEmpty();
    assertThat(files.lifecycle()).isEqualTo(Lifecycle.DEFAULT);
    assertThat(files.canvas()).isEmpty();
  }

  @Test
  void aResourceSaysHowItIsTreated() {
    ResourceDeclaration files =
        resource(
            """
            type: memory::Bucket
                provider: memory
                properties: { Name: files }
                dependsOn: [other]
                when: "${flags.archive}"
                forEach: { a: 1, b: { size: 2 } }
                lifecycle:
                  preventDestroy: "${env.stage == 'production'}"
                  createBeforeDestroy: true
                  ignoreChanges: [Tags, 'Rules[0]["a b"].Name', /Meta/0]
                  onRemove: retain
                  ownership: adopt
                source: { canvas: node-17 }
            """);

    assertThat(files.provider()).contains("memory");
    assertThat(files.dependsOn()).extracting(name -> name.name()).containsExactly("other");
    assertThat(files.when()).containsInstanceOf(Term.Computed.class);
    assertThat(files.forEach()).containsInstanceOf(Term.Fields.class);
    assertThat(files.canvas()).contains("node-17");
    Lifecycle lifecycle = files.lifecycle();
    assertThat(lifecycle.preventDestroy()).containsInstanceOf(Term.Computed.class);
    assertThat(lifecycle.createBeforeDestroy()).contains(true);
    assertThat(lifecycle.ignoreChanges())
        .containsExactly(
            ValuePath.of("Tags"),
            ValuePath.of("Rules").index(0).key("a b").key("Name"),
            ValuePath.of("Meta", "0"));
    assertThat(lifecycle.onRemove()).isEqualTo(Lifecycle.OnRemove.RETAIN);
    assertThat(lifecycle.ownership()).isEqualTo(Lifecycle.Ownership.ADOPT);
  }

  @Test
  void conditionsMayBeLiteral() {
    ResourceDeclaration files =
        resource("{ type: memory::Bucket, when: true, lifecycle: { preventDestroy: false } }");

    assertThat(files.when().map(LanguageTest::value)).contains(Value.of(true));
    assertThat(files.lifecycle().preventDestroy().map(LanguageTest::value))
        .contains(Value.of(false));
  }

  @Test
  void aComponentIsAnInstanceOfATemplate() {
    Blueprint read =
        blueprint(
            """
            resources: { other: { type: memory::Bucket } }
            components:
              net:
                template: "ashlar/network@^1"
                parameters: { cidr: 10.0.0.0/16 }
                when: "${flags.x}"
                forEach: [a, b]
                dependsOn: [other]
                providers: { aws: aws }
                source: { canvas: n2 }
            """);

    ComponentDeclaration net = read.components().get("net");
    assertThat(net.template()).isEqualTo("ashlar/network@^1");
    assertThat(net.parameters().fields().keySet()).containsExactly("cidr");
    assertThat(net.when()).isPresent();
    assertThat(net.forEach()).containsInstanceOf(Term.Items.class);
    assertThat(net.dependsOn()).hasSize(1);
    assertThat(net.providers()).containsEntry("aws", "aws");
    assertThat(net.canvas()).contains("n2");
  }

  @Test
  void whatMovedSaysFromWhereToWhere() {
    Blueprint read =
        blueprint(
            """
            resources:
              uploads: { type: memory::Bucket, forEach: "${params.zones}" }
              now: { type: memory::Bucket }
            components: { net: { template: "a/b@1" } }
            moved:
              - { from: 'files["a"]', to: 'uploads["a"]' }
              - { from: before, to: now }
              - { from: old/subnet, to: 'net/subnet["x/y"]' }
              - { from: single, to: 'uploads["b"]' }
            """);

    assertThat(read.moved())
        .extracting(move -> move.from() + " > " + move.to())
        .containsExactly(
            "files[\"a\"] > uploads[\"a\"]",
            "before > now",
            "old/subnet > net/subnet[\"x/y\"]",
            "single > uploads[\"b\"]");
    assertThat(read.moved().get(0).from()).isEqualTo(Address.of("files", "a"));
  }

  @Test
  void anOutputMayBeSensitive() {
    Blueprint read =
        blueprint(
            """
            outputs:
              name: { value: "${files.id}", description: the name }
              password: { value: "${db.Password}", sensitive: true }
            """);

    assertThat(read.outputs().get("name").sensitive()).isFalse();
    assertThat(read.outputs().get("name").description()).isEqualTo("the name");
    assertThat(read.outputs().get("password").sensitive()).isTrue();
  }

  @Test
  void aTextThatIsOneExpressionKeepsItsType() {
    assertThat(term("\"${params.size}\""))
        .isInstanceOfSatisfying(
            Term.Computed.class,
            computed -> {
              assertThat(computed.expression()).isEqualTo("params.size");
              assertThat(computed.offset()).isEqualTo(2);
            });
  }

  @Test
  void expressionsBalanceQuotesAndBraces() {
    assertThat(term("\"${ {'a}': 1}['a}'] }\""))
        .isInstanceOfSatisfying(
            Term.Computed.class,
            computed -> assertThat(computed.expression()).isEqualTo(" {'a}': 1}['a}'] "));
  }

  @Test
  void aTextMayHoldSeveral() {
    Term.Text text = (Term.Text) term("'a-${b}-${c}d'");

    assertThat(text.parts()).hasSize(5);
    assertThat(value(text.parts().get(2))).isEqualTo(Value.of("-"));
    assertThat(((Term.Computed) text.parts().get(3)).offset()).isEqualTo(9);
  }

  @Test
  void twoDollarsWriteAnExpressionLiterally() {
    assertThat(value(term("'$${HOME}/x'"))).isEqualTo(Value.of("${HOME}/x"));
    assertThat(value(term("'costs 5$'"))).isEqualTo(Value.of("costs 5$"));
    assertThat(value(term("'$x $$ {}'"))).isEqualTo(Value.of("$x $$ {}"));
  }

  @Test
  void aLiteralIsCopiedUnread() {
    Term.Literal literal =
        (Term.Literal)
            term("{ $literal: { Statement: [{ Sid: '${aws:x}', N: 1 }], $literal: y } }");

    assertThat(literal.value()).hasToString("{$literal=y, Statement=[{N=1, Sid=${aws:x}}]}");
    assertThat(value(term("{ $literal: '${x' }"))).isEqualTo(Value.of("${x"));
  }

  @Test
  void keysAreLiteral() {
    Term.Fields fields = (Term.Fields) term("{ 'a$${b}': 1, 2: x, true: y, ~: z }");

    assertThat(fields.fields().keySet()).containsExactly("2", "a${b}", "true", "~");
  }

  private static Value value(Term term) {
    return ((Term.Literal) term).value();
  }

  private static Attribute attribute(Blueprint blueprint, String parameter) {
    return Optional.ofNullable(blueprint.parameters().get(parameter)).orElseThrow().attribute();
  }

  private static Term term(String text) {
    return blueprint("locals: { x: " + text + " }").locals().get("x").value();
  }

  private static ResourceDeclaration resource(String text) {
    String own = text.startsWith("{") ? text : "\n    " + text;
    return blueprint("resources:\n  files: " + own + "\n  other: { type: memory::Bucket }\n")
        .resources()
        .get("files");
  }

  private static Blueprint blueprint(String sections) {
    return document("metadata: { name: orders }\n" + sections);
  }

  private static Blueprint document(String rest) {
    return Blueprint.read(
            Source.text("orders.yaml", "apiVersion: ashlar.dev/v1\nkind: Blueprint\n" + rest))
        .orThrow();
  }
}
