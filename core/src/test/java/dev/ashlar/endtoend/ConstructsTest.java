package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every construct of the language, as a document, and what becomes of it. */
class ConstructsTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void parametersOfEveryType() {
    scene.declare(
        """
        parameters:
          text: { type: string, default: plain, enum: [plain, fancy] }
          whole: { type: integer, default: 2, minimum: 1, maximum: 10 }
          number: { type: number, default: 1.50 }
          on: { type: boolean, default: false }
          names: { type: list, items: { type: string }, default: [a, b] }
          labels: { type: map, items: { type: string }, default: { team: red } }
          shape: { type: object, properties: { width: { type: integer }, deep: { type: boolean } }, default: { width: 3, deep: true } }
          anything: { type: any, default: [1, { x: y }] }
          maybe: { type: string, nullable: true }
          name: { type: string, immutable: release, default: orders }
          token: { type: string, sensitive: true, default: hush }
        resources:
          part:
            type: parts::Part
            properties:
              Name: "${params.name}"
              Size: "${params.whole}"
              Amount: "${params.number}"
              On: "${params.on}"
              Mode: "${params.text}"
              Zones: "${params.names}"
              Labels: "${params.labels}"
              Site: "${params.maybe}"
              Token: "${params.token}"
          rest:
            type: memory::Value
            properties:
              input: { shape: "${params.shape}", width: "${params.shape.width}", any: "${params.anything}" }
        """);
    scene.applied();
    scene.with(
        environment ->
            environment
                .parameter("text", "fancy")
                .parameter("whole", 7)
                .parameter("on", true)
                .parameterText("names", "[\"b\", \"a\"]")
                .parameterText("labels", "{\"team\": \"blue\"}")
                .parameterText("number", "2.25")
                .parameter("token", Value.secret(Value.of("loud"))));
    scene.note("text fancy, whole 7, number 2.25, on, names in another order, team blue, token");
    scene.applied();
    scene.golden("constructs/parameters");
  }

  @Test
  void flagsLocalsAndTheEnvironment() {
    scene.declare(
        """
        flags: { archive: { default: false, description: keep old orders } }
        locals:
          prefix: "${env.name}-${env.stage}"
          both: { a: "${locals.prefix}/a", b: "${flags.archive}" }
        resources:
          a: { type: memory::Value, properties: { input: "${locals.both}" } }
          b: { type: memory::Value, when: "${flags.archive}", properties: { input: "${locals.prefix}" } }
        """);
    scene.applied();
    scene.with(environment -> environment.flag("archive", true).stage("staging"));
    scene.note("archive is on, in staging").applied();
    scene.with(environment -> environment.flag("archive", false));
    scene.note("archive is off").applied();
    scene.nothingElse().golden("constructs/flags");
  }

  @Test
  void lookupsOfOneOptionalAndMany() {
    for (String name : new String[] {"a.example.", "b.example."}) {
      scene.cloud.add(
          "memory::Zone", Value.map(Map.of("Name", Value.of(name), "Comment", Value.of("ours"))));
    }
    scene
        .declare(
            """
            lookups:
              one: { type: memory::Zone, where: { Name: a.example. }, expect: one }
              none: { type: memory::Zone, where: { Name: z.example. }, expect: optional }
              many: { type: memory::Zone, where: { Comment: ours }, expect: many }
              later: { type: memory::Zone, where: { Name: "${made.output}" } }
            resources:
              made: { type: memory::Value, properties: { input: b.example. } }
              user:
                type: memory::Value
                properties:
                  input:
                    one: "${one.Comment}"
                    none: "${none.?Comment.orValue('absent')}"
                    many: "${many.map(zone, zone.Name)}"
                    later: "${later.Name}"
            """)
        .applied();
    scene.golden("constructs/lookups");
  }

  @Test
  void lookupsThatDoNotFindWhatIsExpected() {
    for (String name : new String[] {"a.example.", "b.example."}) {
      scene.cloud.add(
          "memory::Zone", Value.map(Map.of("Name", Value.of(name), "Comment", Value.of("ours"))));
    }
    scene
        .declare(
            """
            lookups:
              nobody: { type: memory::Zone, where: { Name: z.example. } }
              several: { type: memory::Zone, where: { Comment: ours }, expect: optional }
            resources:
              user: { type: memory::Value, properties: { input: "${nobody.Name}" } }
            """)
        .shown()
        .golden("constructs/lookups-wrong");
  }

  @Test
  void importsOfAnotherEnvironment() {
    scene.declare(
        """
        imports:
          shared: { environment: network }
        resources:
          user: { type: memory::Value, properties: { input: "${shared.id}" } }
        """);
    scene.shown();
    Blueprint network =
        Blueprint.read(
                Source.text(
                    "network.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: Blueprint
                    metadata: { name: network, version: 1.0.0 }
                    resources:
                      net: { type: memory::Value, properties: { input: range } }
                    outputs:
                      id: { value: "${net.output}" }
                    """))
            .orThrow();
    var other = scene.ashlar.open(Environment.of("network", network));
    scene
        .time()
        .run(scene.time().run(other.plan().thenApply(plan -> other.apply(plan).outcome())).copy());
    scene.note("the environment network is applied").applied();
    assertThat(scene.actual("user", "input")).isEqualTo(Value.of("range"));
    scene.golden("constructs/imports");
  }

  private static final String REGIONS =
      """
      providers:
        parts: { region: "${params.region}" }
        parts.replica: { region: west, endpoint: first }
      parameters: { region: { type: string, default: east } }
      resources:
        here: { type: parts::Part, properties: { Name: a } }
        there: { type: parts::Part, provider: parts.replica, properties: { Name: b, Mode: "${here.Arn}" } }
      """;

  @Test
  void severalConfigurationsOfOneProvider() {
    scene.declare(REGIONS).applied();
    assertThat(scene.recorded("here").home().scope().get("region")).isEqualTo(Value.of("east"));
    assertThat(scene.recorded("there").home().scope().get("region")).isEqualTo(Value.of("west"));
    scene.declare(REGIONS.replace("first", "second"));
    assertThat(scene.left()).as("an endpoint is no scope").isEmpty();
    scene.declare("resources: {}\n").note("the configurations are gone, too").applied();
    scene.nothingElse().golden("constructs/providers");
  }

  @Test
  void anotherScopeIsAReplacementThatMustBeAllowed() {
    scene.declare(REGIONS).applied();
    scene.with(environment -> environment.parameter("region", "north")).note("region north");
    scene.shown();
    scene.applied(PlanMode.apply().allowingProviderChange(Set.of(Address.of("here"))));
    assertThat(scene.recorded("here").home().scope().get("region")).isEqualTo(Value.of("north"));
    scene.nothingElse().golden("constructs/provider-change");
  }

  @Test
  void aProviderConfiguredByAResource() {
    scene
        .declare(
            """
            providers:
              parts: { region: "${site.output}" }
            resources:
              site: { type: memory::Value, properties: { input: south } }
              part: { type: parts::Part, properties: { Name: a } }
            """)
        .applied();
    assertThat(scene.recorded("part").home().scope().get("region")).isEqualTo(Value.of("south"));
    scene.declare("resources: {}\n").applied();
    scene.nothingElse().golden("constructs/provider-of-resource");
  }

  @Test
  void instancesOfAListAndOfAMap() {
    String body =
        """
        resources:
          list: { type: memory::Value, forEach: ITEMS, properties: { input: "${each.key}=${each.value}" } }
          map:
            type: memory::Value
            forEach: { x: "${list['a'].output}", y: fixed, 'q"1': "${1 + 1}" }
            properties: { input: { key: "${each.key}", value: "${each.value}" } }
          all: { type: memory::Value, properties: { input: "${list.map(k, list[k].output)}" } }
          one: { type: memory::Value, properties: { input: "${map['q\\"1'].output.value}" } }
        """;
    scene.declare(body.replace("ITEMS", "[b, a]")).applied();
    scene.declare(body.replace("ITEMS", "[a, c]")).applied();
    scene.nothingElse().golden("constructs/for-each");
  }

  @Test
  void theSameKeyTwiceIsAnError() {
    scene
        .declare(
            """
            parameters: { last: { type: string, default: a } }
            resources:
              list: { type: memory::Value, forEach: "${['a', params.last]}", properties: { input: "${each.key}" } }
            """)
        .shown()
        .golden("constructs/for-each-twice");
  }

  @Test
  void outputsAlsoSecretOnes() {
    String body =
        """
        parameters: { token: { type: string, sensitive: true, default: hush } }
        resources:
          a: { type: memory::Value, properties: { input: one } }
        outputs:
          plain: { value: "${a.output}" }
          fixed: { value: { list: [1, 2], text: x } }
          token: { value: "${params.token}", sensitive: true }
        """;
    scene.declare(body).applied();
    scene.declare(body.replace("text: x", "text: y")).applied();
    scene.declare(body.replace("  fixed: { value: { list: [1, 2], text: x } }\n", "")).applied();
    scene.golden("constructs/outputs");
  }

  @Test
  void aSecretInAPlainOutputIsRefused() {
    scene
        .declare(
            """
            parameters: { token: { type: string, sensitive: true, default: hush } }
            resources:
              many: { type: memory::Value, forEach: ["${params.token}"], properties: { input: x } }
            outputs:
              token: { value: "x${params.token}" }
            """)
        .shown()
        .golden("constructs/secrets-refused");
  }

  @Test
  void literalsAndEscapes() {
    scene
        .declare(
            """
            resources:
              a:
                type: memory::Value
                properties:
                  input:
                    escaped: "cost: $${aws:username} and $$5"
                    literal: { $literal: { script: "echo ${HOME}", nested: ["${x}"] } }
                    text: "n=${1 + 2}, d=${0.1 + 0.2}, b=${true}, quote=${'}'}"
                    version: 1.10
                    word: NO
                    absent: null
            """)
        .applied();
    scene.golden("constructs/literals");
  }

  @Test
  void propertiesThatAreLeftOut() {
    String body =
        """
        parameters: { mode: { type: string, nullable: true }, size: { type: integer, nullable: true } }
        resources:
          a:
            type: parts::Part
            properties:
              Name: a
              Mode: "${params.mode == null ? omit() : params.mode}"
              Size: "${coalesce(params.size, 5)}"
        """;
    scene.declare(body).applied();
    scene.with(environment -> environment.parameter("mode", "on").parameter("size", 9));
    scene.note("mode on, size 9").applied();
    scene.with(environment -> environment.parameter("mode", Value.NULL));
    scene.note("mode null").applied();
    scene.golden("constructs/omit");
  }

  @Test
  void everyFunction() {
    scene
        .declare(
            """
            resources:
              base: { type: memory::Value, properties: { input: [b, a, b] } }
              a:
                type: memory::Value
                properties:
                  input:
                    join: "${join(base.output, '+')}"
                    split: "${split('a,b', ',')}"
                    replace: "${replace('aXbX', 'X', '-')}"
                    lower: "${lower('ABC')}"
                    upper: "${upper('abc')}"
                    trim: "${trim('  x ')}"
                    format: "${format('%s has %d', ['x', 3])}"
                    matches: "${matches('abc', '^a.c$')}"
                    merge: "${merge({'a': 1}, {'b': 2})}"
                    flatten: "${flatten([[1], [2, 3]])}"
                    distinct: "${distinct([3, 1, 3])}"
                    sort: "${sort(['b', 'a'])}"
                    coalesce: "${coalesce(null, 'x')}"
                    jsonEncode: "${jsonEncode({'b': [1, true], 'a': null})}"
                    jsonDecode: "${jsonDecode('{\\"k\\": [1, 2]}').k}"
                    base64Encode: "${base64Encode('hello')}"
                    base64Decode: "${base64Decode('aGVsbG8=')}"
                    sha256: "${sha256('hello')}"
                    cidrSubnet: "${cidrSubnet('10.0.0.0/16', 8, 2)}"
                    cidrHost: "${cidrHost('10.0.0.0/24', 5)}"
                    identity: "${identity(base) == base.id}"
            """)
        .applied();
    scene.golden("constructs/functions");
    assertThat(scene.actual("a", "input").toString())
        .contains("join=b+a+b", "identity=true", "cidrHost=10.0.0.5", "base64Encode=aGVsbG8=");
  }

  @Test
  void optionalReferences() {
    String body =
        """
        flags: { on: { default: true } }
        resources:
          maybe: { type: memory::Value, when: "${flags.on}", properties: { input: there } }
          user: { type: memory::Value, properties: { input: "${maybe.?output.orValue('none')}" } }
        """;
    scene.declare(body).applied();
    scene.with(environment -> environment.flag("on", false)).note("off").applied();
    scene.with(environment -> environment.flag("on", true)).note("on").applied();
    scene.nothingElse().golden("constructs/optional");
  }

  @Test
  void resourcesByTheirFullName() {
    scene
        .declare(
            """
            resources:
              size: { type: memory::Value, properties: { input: seven } }
              user: { type: memory::Value, properties: { input: "${resources.size.output}" } }
            """)
        .applied();
    assertThat(scene.actual("user", "input")).isEqualTo(Value.of("seven"));
    scene.golden("constructs/resources");
  }

  @Test
  void whatNoReferenceSaysComesAfterAllTheSame() {
    scene.declare(
        """
        resources:
          z: { type: memory::Value, properties: { input: first } }
          a: { type: memory::Value, properties: { input: then }, dependsOn: [z] }
        """);
    Plan plan = scene.plan();
    assertThat(plan.change("a#1/create").orElseThrow().dependsOn()).containsExactly("z#1/create");
    scene.applied();
    scene.declare("resources: {}\n");
    assertThat(scene.plan().changes()).hasToString("[a#1/delete, z#1/delete]");
    scene.applied();
    scene.nothingElse().golden("constructs/depends-on");
  }

  @Test
  void whatIsNotDeclaredAnyMoreIsTreatedAsTheSchemaSays() {
    scene
        .declare(
            """
            resources:
              a: { type: parts::Part, properties: { Name: a, Mode: m, Kept: k, Back: away, Size: 3, Password: geheim, Case: ABC, Zones: [x, y] } }
              b: { type: parts::Part, properties: { Name: b, Fixed: f } }
            """)
        .applied();
    scene.tamper("a", "Case", Value.of("abc"));
    scene.tamper("a", "Zones", Value.list(Value.of("y"), Value.of("x")));
    assertThat(scene.left()).as("equivalent values are no drift").isEmpty();
    scene
        .declare(
            """
            resources:
              a: { type: parts::Part, properties: { Name: a } }
              b: { type: parts::Part, properties: { Name: b } }
            """)
        .applied();
    assertThat(scene.actual("a", "Kept")).isEqualTo(Value.of("k"));
    assertThat(scene.actual("a", "Back")).isEqualTo(Value.of("home"));
    scene.nothingElse().golden("constructs/unset");
  }

  @Test
  void aWriteOnlyValueShowsThatItChanges() {
    String body =
        """
        resources:
          a: { type: parts::Part, properties: { Name: a, Password: first } }
        """;
    scene.declare(body).applied();
    scene.declare(body.replace("first", "second"));
    Plan plan = scene.plan();
    assertThat(plan.summary()).containsEntry(Action.UPDATE, 1);
    scene.applied();
    scene.golden("constructs/write-only");
  }
}
