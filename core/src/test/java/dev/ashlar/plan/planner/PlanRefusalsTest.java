package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateObject;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes a plan one that is never applied: all of it at once, each at its place. */
class PlanRefusalsTest {
  private final World world = new World();

  private void golden(String name) {
    Plan plan = world.plan();
    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.digest()).isEmpty();
    Golden.check("plan/refusals/" + name + ".txt", PlanPicture.of(plan));
  }

  @Test
  void lookupsThatFindAnotherNumber() {
    for (int i = 0; i < 2; i++) {
      world.cloud.create("t::Net", Value.map(Map.of("Range", Value.of("same"))));
    }
    world.declare(
        """
        lookups:
          none: { type: t::Net, where: { Range: nowhere }, source: { canvas: node-4 } }
          two: { type: t::Net, where: { Range: same } }
          atMost: { type: t::Net, where: { Range: same }, expect: optional }
        resources:
          user: { type: t::Box, properties: { Name: u, Peer: "${none.NetId}${two.NetId}${atMost.?NetId.orValue('')}" } }
        """);
    golden("lookup-expectation");
  }

  @Test
  void keysThatCannotBeTold() {
    world.declare(
        """
        parameters:
          twice: { type: list, items: { type: string }, default: [a, a] }
          hidden: { type: string, sensitive: true, default: x }
        imports: { far: { environment: far } }
        resources:
          twice: { type: t::Net, forEach: "${params.twice}", properties: { Range: a } }
          far: { type: t::Net, forEach: "${imported.any}", properties: { Range: a } }
        """
            .replace("far: { environment: far }", "imported: { environment: far }"));
    world.imported("imported", Value.map(Map.of("any", Value.of("text"))));
    golden("for-each");
  }

  @Test
  void parametersThatMayNotChange() {
    String body =
        """
        parameters:
          always: { type: string, default: a, immutable: always }
          release: { type: string, default: a, immutable: release }
          never: { type: string, default: a }
        resources: { box: { type: t::Net, properties: { Range: "${params.always}", Note: "${params.release}${params.never}" } } }
        """;
    world.declare(body);
    world.apply();
    world.declare(body.replace("default: a", "default: b"));
    golden("parameters");
  }

  @Test
  void valuesThatTurnOutToBeInvalid() {
    world.imported("far", Value.map(Map.of("size", Value.of("large"))));
    world.declare(
        """
        imports: { far: { environment: far } }
        resources:
          box: { type: t::Box, properties: { Name: b, Size: "${far.size}" }, source: { canvas: node-2 } }
        """);
    golden("invalid-value");
  }

  @Test
  void movesThatAreBlocked() {
    world.declare(
        """
        resources:
          old: { type: t::Net, properties: { Range: a } }
          new: { type: t::Net, properties: { Range: b } }
        """);
    world.apply();
    world.declare(
        """
        resources: { new: { type: t::Net, properties: { Range: b } } }
        moved: [ { from: old, to: new } ]
        """);
    golden("move-blocked");
  }

  @Test
  void objectsWhoseOperationWasInterrupted() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: a } } }\n");
    world.apply();
    world.state =
        world.state.toBuilder()
            .put(world.object("net").withStatus(StateObject.Status.IN_DOUBT))
            .build();
    golden("in-doubt");
  }

  @Test
  void objectsToBeAdoptedThatAreNotThere() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: a } } }\n");
    world.mode(PlanMode.apply().adopting(Map.of(Address.of("net"), "net-404")));
    golden("adopted-absent");
  }

  @Test
  void objectsToBeAdoptedThatBelongToAnotherAddress() {
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: a } }
          other: { type: t::Net, properties: { Range: a } }
        """);
    world.mode(PlanMode.apply().excluding(Set.of(Address.of("other"))));
    world.apply();
    world.mode(PlanMode.apply().adopting(Map.of(Address.of("other"), world.identity("net"))));
    golden("adopted-taken");
  }

  @Test
  void oneObjectForTwoAddresses() {
    String id = world.cloud.create("t::Net", Value.map(Map.of("Range", Value.of("a"))));
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: a } }
          other: { type: t::Net, properties: { Range: a } }
        """);
    world.mode(PlanMode.apply().adopting(Map.of(Address.of("net"), id, Address.of("other"), id)));
    golden("adopted-twice");
  }

  @Test
  void addressesThatHaveAnObjectAreGivenNoOther() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: a } } }\n");
    world.apply();
    String id = world.cloud.create("t::Net", Value.map(Map.of("Range", Value.of("a"))));
    world.mode(PlanMode.apply().adopting(Map.of(Address.of("net"), id)));
    golden("adopted-over-another");
  }
}
