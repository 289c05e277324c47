package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateObject;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every action that a plan can have, each in the smallest document that needs it. */
class PlanActionsTest {
  private final World world = new World();

  private void golden(String name) {
    Golden.check("plan/actions/" + name + ".txt", world.shown());
  }

  private void isEmptyNow() {
    Plan plan = world.plan();
    assertThat(PlanPicture.of(plan)).startsWith(plan.summary().isEmpty() ? "nothing" : "");
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.diagnostics()).isEmpty();
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void whatIsDeclaredAndNotThereIsCreated() {
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: 10.0.0.0/16 }, source: { canvas: node-1 } }
          box:
            type: t::Box
            properties: { Name: first, Net: "${net.NetId}", Token: letmein, Peer: "a-${net.id}" }
        outputs:
          arn: { value: "${box.Arn}" }
        """);
    golden("create");
    world.apply();
    isEmptyNow();
  }

  @Test
  void aChangeInPlaceIsAnUpdateAndLeavesStableOutputsKnown() {
    world.declare(
        """
        resources:
          box: { type: t::Box, properties: { Name: first, Mode: slow } }
          peer: { type: t::Box, properties: { Name: second, Peer: "${box.Arn} ${box.Address}" } }
        """);
    world.apply();
    world.declare(
        """
        resources:
          box: { type: t::Box, properties: { Name: first, Mode: fast } }
          peer: { type: t::Box, properties: { Name: second, Peer: "${box.Arn} ${box.Address}" } }
        """);
    golden("update");
    world.apply();
    isEmptyNow();
  }

  @Test
  void anOutputThatAnInputChangesIsUnknownAndItsReadersMayChange() {
    world.declare(
        """
        resources:
          box: { type: t::Box, properties: { Name: first, Size: 1 } }
          peer: { type: t::Box, properties: { Name: second, Peer: "${box.Address}" } }
        """);
    world.apply();
    world.declare(
        """
        resources:
          box: { type: t::Box, properties: { Name: first, Size: 2 } }
          peer: { type: t::Box, properties: { Name: second, Peer: "${box.Address}" } }
        """);
    golden("update-with-unknown");
    world.apply();
    assertThat(world.object("peer").values().effective().get("Peer")).isEqualTo(Value.of("at 2"));
    isEmptyNow();
  }

  @Test
  void whatCannotBeChangedIsReplacedAndItsUsersAfterIt() {
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: 10.0.0.0/16 } }
          box: { type: t::Box, properties: { Name: first, Net: "${net.NetId}" } }
        """);
    world.apply();
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: 10.1.0.0/16 } }
          box: { type: t::Box, properties: { Name: first, Net: "${net.NetId}" } }
        """);
    golden("replace");
    world.apply();
    assertThat(world.cloud.size()).isEqualTo(2);
    isEmptyNow();
  }

  @Test
  void anUnknownDecidesWhileApplyingWhetherAnObjectIsReplaced() {
    String before =
        """
        resources:
          box: { type: t::Box, properties: { Name: first, Size: 1 } }
          user: { type: t::Box, properties: { Name: second, Net: "${box.Address}", Mode: slow } }
        """;
    world.declare(before);
    world.apply();
    world.declare(before.replace("Size: 1", "Size: 2"));
    golden("replace-if-changed");
    String former = world.identity("user");
    world.apply();
    assertThat(world.identity("user")).isNotEqualTo(former);
    assertThat(world.object("user").id().incarnation()).isEqualTo(2);
    isEmptyNow();
  }

  @Test
  void whatTurnsOutToBeTheSameIsUpdatedOrLeftAlone() {
    String before =
        """
        resources:
          box: { type: t::Box, properties: { Name: first, Size: 1 } }
          user: { type: t::Box, properties: { Name: second, Net: "${split(box.Address, ' ')[0]}", Mode: slow } }
        """;
    world.declare(before);
    world.apply();
    String former = world.identity("user");
    world.declare(before.replace("Size: 1", "Size: 2"));
    assertThat(world.plan().summary()).containsEntry(Action.REPLACE_IF_CHANGED, 1);
    world.apply();
    assertThat(world.identity("user")).isEqualTo(former);
    isEmptyNow();

    world.declare(before.replace("Size: 1", "Size: 3").replace("slow", "fast"));
    assertThat(world.plan().summary()).containsEntry(Action.REPLACE_IF_CHANGED, 1);
    world.apply();
    assertThat(world.identity("user")).isEqualTo(former);
    assertThat(world.object("user").values().effective().get("Mode")).isEqualTo(Value.of("fast"));
    assertThat(world.object("user").id().incarnation()).isEqualTo(1);
    isEmptyNow();
  }

  @Test
  void whatIsAlreadyAsDeclaredStaysSoWhereTheRestIsUpdated() {
    String before =
        """
        resources:
          box: { type: t::Box, properties: { Name: first, Size: 1 } }
          user: { type: t::Box, properties: { Name: second, Net: "${split(box.Address, ' ')[0]}", Mode: slow, Size: 1 } }
        """;
    world.declare(before);
    world.apply();
    world.cloud.tamper(world.identity("user"), "Mode", Value.of("fast"));
    world.declare(before.replace("Size: 1", "Size: 2").replace("slow", "fast"));
    assertThat(world.plan().summary()).containsEntry(Action.REPLACE_IF_CHANGED, 1);

    world.apply();

    assertThat(world.object("user").values().effective().get("Mode")).isEqualTo(Value.of("fast"));
    isEmptyNow();
  }

  @Test
  void whatIsNotDeclaredAnyMoreIsDeletedUsersFirst() {
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: 10.0.0.0/16 } }
          box: { type: t::Box, properties: { Name: first, Net: "${net.NetId}", Password: geheim } }
        """);
    world.apply();
    world.declare("resources: {}\n");
    golden("delete");
    world.apply();
    assertThat(world.cloud.size()).isZero();
    isEmptyNow();
  }

  @Test
  void aLookupWhoseConditionsAreUnknownIsReadWhileApplying() {
    world.cloud.create(
        "t::Box", Value.map(Map.of("Name", Value.of("x"), "Peer", Value.of("net-2"))));
    world.declare(
        """
        lookups:
          found: { type: t::Box, where: { Peer: "${net.NetId}" } }
        resources:
          net: { type: t::Net, properties: { Range: 10.0.0.0/16 } }
          user: { type: t::Box, properties: { Name: second, Mode: "${found.Name}" } }
        """);
    golden("read");
    world.apply();
    assertThat(world.object("user").values().effective().get("Mode")).isEqualTo(Value.of("x"));
    isEmptyNow();
  }

  @Test
  void whatExistsIsAdoptedAndChangedToWhatIsDeclared() {
    String id =
        world.cloud.create(
            "t::Box", Value.map(Map.of("Name", Value.of("old"), "Mode", Value.of("slow"))));
    world.declare(
        """
        resources:
          box:
            type: t::Box
            properties: { Name: old, Mode: fast }
            lifecycle: { ownership: adopt }
          other:
            type: t::Box
            properties: { Name: new }
            lifecycle: { ownership: adopt }
        """);
    golden("adopt");
    world.apply();
    assertThat(world.identity("box")).isEqualTo(id);
    isEmptyNow();
  }

  @Test
  void anObjectNamedByItsIdentifierIsAdopted() {
    String id = world.cloud.create("t::Net", Value.map(Map.of("Range", Value.of("10.0.0.0/16"))));
    world.declare("resources: { net: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.mode(PlanMode.apply().adopting(Map.of(Address.of("net"), id)));
    golden("adopt-by-identifier");
    world.apply();
    world.mode(PlanMode.apply());
    assertThat(world.identity("net")).isEqualTo(id);
    isEmptyNow();
  }

  @Test
  void whatIsRetainedIsForgottenAndStays() {
    world.declare(
        """
        resources:
          net: { type: t::Net, properties: { Range: 10.0.0.0/16 }, lifecycle: { onRemove: retain } }
        """);
    world.apply();
    world.declare("resources: {}\n");
    golden("forget");
    world.apply();
    assertThat(world.cloud.size()).isEqualTo(1);
    assertThat(world.state.current()).isEmpty();
    isEmptyNow();
  }

  @Test
  void aMovedObjectHasAnotherAddressAndNothingIsCalled() {
    world.declare("resources: { old: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.apply();
    String id = world.identity("old");
    world.declare(
        """
        resources: { new: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }
        moved: [ { from: old, to: new } ]
        """);
    golden("move");
    world.apply();
    assertThat(world.identity("new")).isEqualTo(id);
    isEmptyNow();
  }

  @Test
  void whenOnlyTheLifeCycleChangesNothingIsCalled() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.apply();
    world.declare(
        """
        resources:
          net:
            type: t::Net
            properties: { Range: 10.0.0.0/16 }
            lifecycle: { onRemove: retain }
            source: { canvas: node-7 }
        """);
    golden("record");
    world.apply();
    assertThat(world.object("net").canvas()).contains("node-7");
    isEmptyNow();
  }

  @Test
  void whatOnlyApplyingCanTellIsDeferred() {
    world.declare(
        """
        resources:
          box: { type: t::Box, properties: { Name: first } }
          many: { type: t::Net, forEach: "${split(box.Address, ' ')}", properties: { Note: "${each.key}" } }
          user: { type: t::Box, properties: { Name: second, Peer: "${join(many.map(k, many[k].NetId), ',')}" } }
        outputs:
          all: { value: "${user.Arn}" }
        """);
    golden("deferred");
    Plan first = world.apply();
    world.following(first);
    golden("deferred-next");
    assertThat(world.plan().follows()).contains(first.digest());
    world.apply();
    isEmptyNow();
  }

  @Test
  void anObjectThatIsGoneIsMadeAgain() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.apply();
    world.cloud.delete(world.identity("net"));
    golden("missing");
    world.apply();
    assertThat(world.object("net").id().incarnation()).isEqualTo(2);
    isEmptyNow();
  }

  @Test
  void aTaintedObjectIsReplaced() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.apply();
    StateObject net = world.object("net");
    world.state = world.state.toBuilder().put(net.withStatus(StateObject.Status.TAINTED)).build();
    golden("tainted");
    world.apply();
    isEmptyNow();
  }

  @Test
  void aDeposedObjectIsDeleted() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.apply();
    StateObject net = world.object("net");
    world.cloud.create("t::Net", net.values().effective());
    world.state =
        world.state.toBuilder()
            .put(net.withAddress(new dev.ashlar.state.ObjectId(Address.of("net"), 7)).asDeposed())
            .build();
    golden("deposed");
  }

  @Test
  void whatSomebodyAsksForIsReplaced() {
    world.declare("resources: { net: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.apply();
    world.mode(PlanMode.apply().replacing(Set.of(Address.of("net"))));
    golden("replace-requested");
  }

  @Test
  void anotherTypeAtOneAddressIsAReplacement() {
    world.declare("resources: { thing: { type: t::Net, properties: { Range: 10.0.0.0/16 } } }\n");
    world.apply();
    world.declare("resources: { thing: { type: t::Box, properties: { Name: first } } }\n");
    golden("replace-type");
    world.apply();
    assertThat(world.object("thing").type()).isEqualTo("t::Box");
    isEmptyNow();
  }
}
