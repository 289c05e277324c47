package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.Reason;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every construct of the language, and the plan that it leads to. */
class PlanConstructsTest {
  private final World world = new World();

  private void golden(String name) {
    Golden.check("plan/constructs/" + name + ".txt", world.shown());
  }

  private void isEmptyNow() {
    Plan plan = world.plan();
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.diagnostics()).isEmpty();
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void parametersFlagsLocalsAndTheEnvironmentAreValues() {
    world
        .with(environment -> environment.parameter("size", 7).flag("loud", true).stage("staging"))
        .declare(
            """
            parameters:
              size: { type: integer, default: 2 }
              token: { type: string, sensitive: true, default: hush }
            flags:
              loud: { default: false }
            locals:
              prefix: "${env.name}-${env.stage}"
            resources:
              box:
                type: t::Box
                properties:
                  Name: "${locals.prefix}-box"
                  Size: "${params.size}"
                  Mode: "${flags.loud ? 'loud' : 'quiet'}"
                  Token: "${params.token}"
            outputs:
              name: { value: "${box.Name}" }
              token: { value: "${params.token}", sensitive: true }
            """);
    golden("values");
    world.apply();
    isEmptyNow();
    world.with(environment -> environment.flag("loud", false));
    golden("values-flag-off");
  }

  @Test
  void lookupsAreReadAndNeverManaged() {
    for (String name : new String[] {"a", "b"}) {
      world.cloud.create(
          "t::Box", Value.map(Map.of("Name", Value.of(name), "Mode", Value.of("shared"))));
    }
    world.declare(
        """
        lookups:
          one: { type: t::Box, where: { Name: a } }
          none: { type: t::Box, where: { Name: z }, expect: optional }
          many: { type: t::Box, where: { Mode: shared }, expect: many }
        resources:
          user:
            type: t::Box
            properties:
              Name: user
              Peer: "${one.Arn}"
              Mode: "${none.?Arn.orValue('absent')}"
              Labels: { all: "${join(many.map(m, m.Name), ',')}" }
        """);
    golden("lookups");
    world.apply();
    isEmptyNow();
  }

  @Test
  void importsAreOutputsOfOtherEnvironments() {
    world
        .imported("shared", Value.map(Map.of("net", Value.of("net-9"))))
        .declare(
            """
            imports:
              shared: { environment: shared-network }
            resources:
              user: { type: t::Box, properties: { Name: user, Net: "${shared.net}" } }
            """);
    golden("imports");
    world.apply();
    isEmptyNow();
  }

  @Test
  void aProviderHasSeveralConfigurations() {
    world.declare(
        """
        providers:
          t: { region: east }
          t.replica: { region: west }
        resources:
          here: { type: t::Net, properties: { Range: a } }
          there: { type: t::Net, provider: t.replica, properties: { Range: b } }
        """);
    Plan plan = world.apply();
    assertThat(plan.change("there#1/create").orElseThrow().home().scope().get("region"))
        .isEqualTo(Value.of("west"));
    isEmptyNow();
    world.declare("providers: { t: { region: east } }\nresources: {}\n");
    plan = world.plan();
    assertThat(plan.change("there#1/delete").orElseThrow().home().scope().get("region"))
        .isEqualTo(Value.of("west"));
    world.apply();
    isEmptyNow();
  }

  @Test
  void anotherScopeIsAReplacementThatMustBeAllowed() {
    String body =
        """
        providers: { t: { region: east, endpoint: first } }
        resources: { net: { type: t::Net, properties: { Range: a } } }
        """;
    world.declare(body);
    world.apply();
    world.declare(body.replace("first", "second"));
    isEmptyNow();
    world.declare(body.replace("east", "west"));
    golden("provider-change");
    world.mode(PlanMode.apply().allowingProviderChange(Set.of(Address.of("net"))));
    golden("provider-change-allowed");
  }

  @Test
  void aConditionDecidesWhetherAResourceIsThere() {
    String body =
        """
        flags: { on: { default: true } }
        resources:
          maybe: { type: t::Net, when: "${flags.on}", properties: { Range: a } }
          user: { type: t::Box, properties: { Name: u, Peer: "${maybe.?NetId.orValue('none')}" } }
        """;
    world.declare(body);
    golden("when-true");
    world.apply();
    isEmptyNow();
    world.with(environment -> environment.flag("on", false));
    golden("when-false");
    world.apply();
    isEmptyNow();
  }

  @Test
  void anUnknownConditionDefers() {
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: a } }
          maybe: { type: t::Net, when: "${net.NetId == 'net-1'}", properties: { Range: b } }
        """);
    golden("when-unknown");
    world.apply();
    world.apply();
    assertThat(world.identity("maybe")).isEqualTo("net-2");
    isEmptyNow();
  }

  @Test
  void thereIsAnObjectForEachKey() {
    world.declare(
        """
        parameters: { zones: { type: list, items: { type: string }, default: [b, a] } }
        resources:
          each: { type: t::Net, forEach: "${params.zones}", properties: { Range: "r-${each.key}" } }
          user: { type: t::Box, properties: { Name: u, Peer: "${each['a'].NetId}" } }
        """
            .replace("each['a']", "resources.each['a']")
            .replace("each:", "nets:")
            .replace("resources.each", "nets"));
    golden("for-each");
    world.apply();
    isEmptyNow();
    world.with(
        environment -> environment.parameter("zones", Value.list(Value.of("a"), Value.of("c\"x"))));
    golden("for-each-edited");
    world.apply();
    isEmptyNow();
  }

  @Test
  void valuesOfAMapMayBeUnknownWhereKeysAreNot() {
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: a } }
          boxes:
            type: t::Box
            forEach: { first: "${net.NetId}", second: fixed }
            properties: { Name: "${each.key}", Peer: "${each.value}" }
        """);
    golden("for-each-map");
    world.apply();
    isEmptyNow();
  }

  @Test
  void equivalentValuesAreNoChange() {
    world.declare(
        "resources: { box: { type: t::Box, properties: { Name: b, Case: ABC, Zones: [a, b] } }"
            + " }\n");
    world.apply();
    world.declare(
        "resources: { box: { type: t::Box, properties: { Name: b, Case: abc, Zones: [b, a] } }"
            + " }\n");
    isEmptyNow();
  }

  @Test
  void aSecretThatCannotBeReadBackShowsItsChangeByItsFingerprint() {
    String body =
        "resources: { box: { type: t::Box, properties: { Name: b, Password: geheim-1 } } }\n";
    world.declare(body);
    world.apply();
    isEmptyNow();
    world.declare(body.replace("geheim-1", "geheim-2"));
    golden("write-only");
    assertThat(world.plan().toJson()).doesNotContain("geheim");
    world.apply();
    isEmptyNow();
  }

  @Test
  void aNameAndAMarkAreMadeOncePerIncarnation() {
    world.declare("resources: { it: { type: t::Named, properties: { Text: a, Kind: x } } }\n");
    golden("made-name");
    world.apply();
    isEmptyNow();
    Value name = world.object("it").values().effective().get("Name");
    assertThat(name.toString()).matches("shop-it-[0-9a-f]{8}");
    world.declare(
        """
        resources: { that: { type: t::Named, properties: { Text: b, Kind: x, Tags: { a: b } } } }
        moved: [ { from: it, to: that } ]
        """);
    golden("made-name-moved");
    world.apply();
    assertThat(world.object("that").values().effective().get("Name")).isEqualTo(name);
    isEmptyNow();
    world.declare("resources: { that: { type: t::Named, properties: { Text: b, Kind: y } } }\n");
    world.apply();
    assertThat(world.object("that").values().effective().get("Name"))
        .isNotEqualTo(name)
        .asString()
        .matches("shop-that-[0-9a-f]{8}");
    isEmptyNow();
  }

  @Test
  void driftIsCorrectedAndToldFromChanges() {
    String body =
        "resources: { box: { type: t::Box, properties: { Name: b, Mode: slow, Peer: p } } }\n";
    world.declare(body);
    world.apply();
    world.cloud.tamper(world.identity("box"), "Mode", Value.of("fast"));
    golden("drift");
    assertThat(world.plan().changes())
        .extracting(Change::reason)
        .containsExactly(
            new Reason(
                Reason.Kind.DRIFTED,
                java.util.List.of(dev.ashlar.value.ValuePath.of("Mode")),
                java.util.List.of()));
    world.declare(body.replace("Peer: p", "Peer: q"));
    golden("drift-and-change");
    world.mode(PlanMode.apply().withoutRefresh());
    assertThat(world.plan().changes().get(0).attributes()).hasSize(1);
    world.mode(PlanMode.apply());
    world.apply();
    isEmptyNow();
  }

  @Test
  void whatNobodyDeclaredIsNoDrift() {
    world.declare("resources: { box: { type: t::Box, properties: { Name: b } } }\n");
    world.apply();
    world.cloud.tamper(world.identity("box"), "Maybe", Value.of("set elsewhere"));
    world.cloud.tamper(world.identity("box"), "Labels", Value.map(Map.of("a", Value.of("b"))));
    isEmptyNow();
  }

  @Test
  void readersOfAnObjectThatStaysSeeWhatItIsNow() {
    String body =
        """
        resources:
          box: { type: t::Box, properties: { Name: b } }
          user: { type: t::Box, properties: { Name: u, Peer: "${box.?Maybe.orValue('')}" } }
        """;
    world.declare(body);
    world.apply();
    world.cloud.tamper(world.identity("box"), "Maybe", Value.of("now"));
    world.declare(
        body.replace("Name: u", "Name: u, Mode: \"${net.NetId}\"")
            + "  net: { type: t::Net, properties: { Range: a } }\n");
    Plan plan = world.plan();
    assertThat(plan.summary())
        .isEqualTo(Map.of(Action.CREATE, 1, Action.UPDATE, 1, Action.NO_OP, 1));
    assertThat(plan.context().seen()).containsOnlyKeys("box");
    world.apply(plan);
    assertThat(world.object("user").values().effective().get("Peer")).isEqualTo(Value.of("now"));
    isEmptyNow();
  }

  @Test
  void aConnectorCompletesPlansAndDecidesWhatReplaces() {
    world.cloud.refining =
        question ->
            new dev.ashlar.connector.PlanRefining.Refinement(
                question.proposed().with("Zone", Value.of("z1")),
                question.declared().get("Tier").equals(Value.of("gold"))
                    ? Set.of(dev.ashlar.value.ValuePath.of("Tier"))
                    : Set.of(),
                Set.of(),
                dev.ashlar.value.Bytes.EMPTY,
                java.util.List.of());
    String body =
        "resources: { it: { type: t::Refined, properties: { Amount: 1 GB, Tier: tin } } }\n";
    world.declare(body);
    golden("refine-create");
    world.apply();
    isEmptyNow();
    world.declare(body.replace("tin", "silver"));
    golden("refine-update");
    world.declare(body.replace("tin", "gold"));
    golden("refine-replace");
  }

  @Test
  void aConnectorThatChangesWhatWasPlannedIsNamed() {
    world.cloud.refining =
        question ->
            dev.ashlar.connector.PlanRefining.Refinement.of(
                question.proposed().with("Plain", Value.of("other")));
    world.declare("resources: { it: { type: t::Refined, properties: { Plain: mine } } }\n");
    golden("refine-breach");
  }

  @Test
  void dependenciesWithoutReferenceCount() {
    world.declare(
        """
        resources:
          first: { type: t::Net, properties: { Range: a } }
          second: { type: t::Net, properties: { Range: b }, dependsOn: [first] }
        """);
    Plan plan = world.apply();
    assertThat(plan.change("second#1/create").orElseThrow().dependsOn())
        .containsExactly("first#1/create");
    assertThat(world.object("second").dependencies()).containsExactly("first");
    isEmptyNow();
  }
}
