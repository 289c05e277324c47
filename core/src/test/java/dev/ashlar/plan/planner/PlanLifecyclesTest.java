package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Plan;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How objects are treated when their declaration changes or goes, and the plan that it leads to.
 */
class PlanLifecyclesTest {
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
  void protectedObjectsAreNeitherDeletedNorReplaced() {
    String body =
        """
        resources:
          kept:
            type: t::Net
            properties: { Range: a }
            lifecycle: { preventDestroy: "${env.stage == 'production'}" }
            source: { canvas: node-1 }
          gone: { type: t::Net, properties: { Range: b }, lifecycle: { preventDestroy: true } }
        """;
    world.with(environment -> environment.stage("production")).declare(body);
    world.apply();
    world.declare(body.substring(0, body.indexOf("  gone:")).replace("Range: a", "Range: z"));
    golden("prevent-destroy");
    assertThat(world.plan().digest()).isEmpty();
  }

  @Test
  void theNewObjectComesFirstWhereTheLifeCycleSaysSo() {
    String body =
        """
        resources:
          net: { type: t::Net, properties: { Range: a } }
          box:
            type: t::Named
            properties: { Kind: "${net.NetId}", Text: x }
            lifecycle: { createBeforeDestroy: true }
          user: { type: t::Box, properties: { Name: u, Peer: "${box.Arn}" } }
        """;
    world.declare(body);
    world.apply();
    isEmptyNow();
    world.declare(body.replace("Range: a", "Range: z"));
    golden("create-before-destroy");
    world.apply();
    assertThat(world.object("net").lifecycle().createBeforeDestroy()).isTrue();
    assertThat(world.state.deposed()).isEmpty();
    isEmptyNow();
  }

  @Test
  void aReplacementMadeFirstMustNotHaveTheSameIdentity() {
    String body =
        """
        parameters: { name: { type: string, default: fixed } }
        resources:
          box:
            type: t::Box
            properties: { Name: "${params.name}", Net: a }
            lifecycle: { createBeforeDestroy: true }
        """;
    world.declare(body);
    world.apply();
    world.declare(body.replace("Net: a", "Net: b"));
    golden("create-before-destroy-clash");
  }

  @Test
  void ignoredChangesAreLeftAlone() {
    String body =
        """
        resources:
          box:
            type: t::Box
            properties: { Name: b, Mode: slow, Labels: { team: a, cost: x } }
            lifecycle: { ignoreChanges: [Mode, Labels.team] }
        """;
    world.declare(body);
    world.apply();
    world.cloud.tamper(world.identity("box"), "Mode", Value.of("fast"));
    world.declare(body.replace("team: a", "team: z"));
    isEmptyNow();
    world.declare(body.replace("cost: x", "cost: y"));
    golden("ignore-changes");
    world.apply();
    assertThat(world.cloud.see(world.identity("box")).orElseThrow().properties().get("Mode"))
        .isEqualTo(Value.of("fast"));
    isEmptyNow();
  }

  @Test
  void whatIsOnlyObservedIsNeverChanged() {
    String id =
        world.cloud.create(
            "t::Box", Value.map(Map.of("Name", Value.of("theirs"), "Mode", Value.of("slow"))));
    world.declare(
        """
        resources:
          theirs: { type: t::Box, properties: { Name: theirs }, lifecycle: { ownership: observe } }
          user: { type: t::Box, properties: { Name: u, Peer: "${theirs.Arn}", Mode: "${theirs.Mode}" } }
        """);
    golden("observe");
    world.apply();
    assertThat(world.state.current()).containsOnlyKeys(Address.of("user"));
    isEmptyNow();
    world.cloud.delete(id);
    golden("observe-absent");
  }

  @Test
  void aWholeMovesWithItsKeysAndAnInstanceAlone() {
    world.declare(
        """
        resources:
          files: { type: t::Net, forEach: [a, b], properties: { Range: "${each.key}" } }
          user: { type: t::Box, properties: { Name: u, Peer: "${files['a'].NetId}" } }
        """);
    world.apply();
    world.declare(
        """
        resources:
          uploads: { type: t::Net, forEach: [a, b], properties: { Range: "${each.key}" } }
          user: { type: t::Box, properties: { Name: u, Peer: "${uploads['a'].NetId}" } }
        moved: [ { from: files, to: uploads } ]
        """);
    golden("moved-whole");
    world.apply();
    isEmptyNow();
    world.declare(
        """
        resources:
          single: { type: t::Net, properties: { Range: a, Note: new } }
          uploads: { type: t::Net, forEach: [b], properties: { Range: "${each.key}" } }
          user: { type: t::Box, properties: { Name: u, Peer: "${single.NetId}" } }
        moved: [ { from: 'uploads["a"]', to: single } ]
        """);
    golden("moved-instance");
    world.apply();
    isEmptyNow();
  }

  @Test
  void whatIsNotDeclaredAnyMoreIsTreatedAsTheSchemaSays() {
    String body =
        """
        resources:
          box:
            type: t::Box
            properties: { Name: b, Mode: slow, Kept: k, Back: away, Size: 3, Password: geheim }
        """;
    world.declare(body);
    world.apply();
    isEmptyNow();
    world.declare("resources: { box: { type: t::Box, properties: { Name: b } } }\n");
    golden("unset");
    world.apply();
    assertThat(world.cloud.see(world.identity("box")).orElseThrow().properties().get("Kept"))
        .isEqualTo(Value.of("k"));
    isEmptyNow();
  }

  @Test
  void whatCannotBeTakenAwayReplaces() {
    world.declare("resources: { box: { type: t::Box, properties: { Name: b, Fixed: f } } }\n");
    world.apply();
    world.declare("resources: { box: { type: t::Box, properties: { Name: b } } }\n");
    golden("unset-replace");
    world.apply();
    isEmptyNow();
  }
}
