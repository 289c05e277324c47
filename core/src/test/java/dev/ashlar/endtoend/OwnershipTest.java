package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects that are taken over, let go, renamed and taken over again. */
class OwnershipTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private String existing(String input) {
    return scene.cloud.add("memory::Value", Value.map(Map.of("input", Value.of(input))));
  }

  private static Address address(String text) {
    return Address.parse(text).orElseThrow();
  }

  @Test
  void manyInstancesOfOneDeclarationAreTakenOverInOnePlan() {
    String a = existing("a");
    String b = existing("b");
    scene.declare(
        "resources:\n  v: { type: memory::Value, forEach: [a, b, c],"
            + " properties: { input: \"${each.key}\" } }\n");
    Map<Address, String> identities = Map.of(address("v[\"a\"]"), a, address("v[\"b\"]"), b);

    assertThat(scene.plan(PlanMode.apply().adopting(identities)).changes())
        .extracting(Change::action)
        .containsExactlyInAnyOrder(Action.ADOPT, Action.ADOPT, Action.CREATE);
    scene.applied(PlanMode.apply().adopting(identities));

    assertThat(scene.identity("v[\"a\"]")).isEqualTo(a);
    assertThat(scene.identity("v[\"b\"]")).isEqualTo(b);
  }

  @Test
  void whatIsTakenOverAndReplacedInOnePlanIsTheFirstObjectAndItsReplacementTheSecond() {
    String old = existing("x");
    scene.declare("resources:\n  v: { type: memory::Value, properties: { input: x } }\n");
    PlanMode mode =
        PlanMode.apply().adopting(Map.of(Address.of("v"), old)).replacing(Set.of(Address.of("v")));

    assertThat(scene.plan(mode).changes())
        .extracting(Change::id)
        .containsExactlyInAnyOrder("v#1/adopt", "v#1/delete", "v#2/replace");
    scene.applied(mode);

    assertThat(scene.recorded("v").id().incarnation()).isEqualTo(2);
    assertThat(scene.identity("v")).isNotEqualTo(old);
    scene.nothingElse();
  }

  @Test
  void whatWasRetainedCanBeTakenOverAgain() {
    String kept =
        "resources:\n  v: { type: memory::Value, properties: { input: x },"
            + " lifecycle: { onRemove: retain } }\n";
    scene.declare(kept).applied();
    String id = scene.identity("v");
    scene.declare("resources: {}\n").applied();
    assertThat(scene.state().objects()).isEmpty();
    assertThat(scene.cloud.object("memory::Value", id)).isPresent();

    scene.declare(kept);
    scene.applied(PlanMode.apply().adopting(Map.of(Address.of("v"), id)));

    assertThat(scene.identity("v")).isEqualTo(id);
    assertThat(scene.cloud.objects()).hasSize(1);
  }

  @Test
  void whatMovedAndMovedAgainIsFollowed() {
    scene.declare("resources:\n  a: { type: memory::Value, properties: { input: x } }\n").applied();
    String id = scene.identity("a");
    scene
        .declare(
            "resources:\n  c: { type: memory::Value, properties: { input: x } }\n"
                + "moved: [ { from: a, to: b }, { from: b, to: c } ]\n")
        .applied();

    assertThat(scene.identity("c")).isEqualTo(id);
  }

  @Test
  void anotherTypeAtTheNewAddressIsAReplacementThatThePlanShows() {
    scene.declare("resources:\n  a: { type: memory::Value, properties: { input: x } }\n").applied();
    scene.declare(
        "resources:\n  b: { type: memory::Queue, properties: { Name: x } }\n"
            + "moved: [ { from: a, to: b } ]\n");

    assertThat(scene.plan().changes())
        .extracting(Change::action)
        .contains(Action.REPLACE)
        .doesNotContain(Action.UPDATE);
  }
}
