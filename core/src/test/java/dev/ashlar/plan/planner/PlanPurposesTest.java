package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanMode.Purpose;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The purposes of plans, and plans that are about a part only. */
class PlanPurposesTest {
  private static final String BODY =
      """
      resources:
        net: { type: t::Net, properties: { Range: a, Note: n } }
        box: { type: t::Box, properties: { Name: b, Net: "${net.NetId}", Password: geheim, Mode: slow } }
        kept: { type: t::Net, properties: { Range: k }, lifecycle: { onRemove: retain } }
        other: { type: t::Net, properties: { Range: o } }
      outputs:
        id: { value: "${net.NetId}" }
      """;

  private final World world = new World();

  @BeforeEach
  void everythingIsThere() {
    world.declare(BODY);
    world.apply();
  }

  private void golden(String name) {
    Golden.check("plan/purposes/" + name + ".txt", world.shown());
  }

  @Test
  void destroyingDeletesEverythingUsersFirst() {
    world.mode(PlanMode.of(Purpose.DESTROY));
    golden("destroy");
    world.apply();
    assertThat(world.state.current()).isEmpty();
    assertThat(world.cloud.size()).isEqualTo(1);
    assertThat(world.plan().isEmpty()).isTrue();
  }

  @Test
  void destroyingForgetsWhatIsGoneAndRefusesWhatIsProtected() {
    world.cloud.delete(world.identity("other"));
    world.declare(
        BODY.replace(
            "properties: { Range: a, Note: n }",
            "properties: { Range: a, Note: n }, lifecycle: { preventDestroy: true }"));
    world.mode(PlanMode.of(Purpose.DESTROY));
    golden("destroy-protected");
  }

  @Test
  void repairingCorrectsDriftOnWhatWasAppliedAndNothingElse() {
    world.cloud.tamper(world.identity("box"), "Mode", Value.of("fast"));
    world.cloud.delete(world.identity("other"));
    world.declare(BODY.replace("Note: n", "Note: changed").replace("kept:", "renamed:"));
    world.mode(PlanMode.of(Purpose.REPAIR));
    golden("repair");
    Plan plan = world.apply();
    assertThat(plan.origin().parameters()).isEqualTo(world.state.origin().parameters());
    assertThat(world.plan().isEmpty()).isTrue();
  }

  @Test
  void acceptingRecordsDriftAndCallsNothing() {
    world.cloud.tamper(world.identity("box"), "Mode", Value.of("fast"));
    world.cloud.tamper(world.identity("net"), "Note", Value.NULL);
    world.cloud.delete(world.identity("other"));
    world.mode(PlanMode.of(Purpose.ACCEPT));
    golden("accept");
    world.apply();
    assertThat(world.shown()).isEqualTo("3 no-op\n");
    assertThat(world.object("box").values().declared().get("Mode")).isEqualTo(Value.of("fast"));
    world.mode(PlanMode.apply());
    world.declare(
        BODY.replace("Mode: slow", "Mode: fast")
            .replace(", Note: n", "")
            .replace("  other: { type: t::Net, properties: { Range: o } }\n", ""));
    assertThat(world.shown()).isEqualTo("3 no-op\n");
  }

  @Test
  void targetsAreWithWhatTheyDependOn() {
    world.declare(BODY.replace("Note: n", "Note: x").replace("slow", "fast").replace("o }", "p }"));
    world.mode(PlanMode.apply().targeting(Set.of(Address.of("box"))));
    assertThat(world.plan().changes())
        .extracting(Change::id)
        .containsExactly("net#1/update", "box#1/update");
  }

  @Test
  void whatIsExcludedIsWithWhatDependsOnIt() {
    world.declare(
        BODY.replace("Note: n", "Note: x").replace("slow", "fast").replace("Range: o", "Range: p"));
    world.mode(PlanMode.apply().excluding(Set.of(Address.of("net"))));
    assertThat(world.plan().summary())
        .containsEntry(Action.REPLACE, 1)
        .doesNotContainKey(Action.UPDATE);
  }

  @Test
  void anAddressThatNothingHasIsRefused() {
    world.mode(PlanMode.apply().targeting(Set.of(Address.of("bix"))));
    golden("unknown-address");
  }

  @Test
  void withoutRefreshNothingIsAsked() {
    world.cloud.asked.clear();
    world.mode(PlanMode.apply().withoutRefresh());
    assertThat(world.plan().isEmpty()).isTrue();
    assertThat(world.cloud.asked).isEmpty();
  }

  @Test
  void everythingRecordedIsAskedForInTheFirstStep() {
    PlanStep step = new Planner().plan(world.request());
    assertThat(((PlanStep.Asking) step).questions()).hasSize(4);
  }

  @Test
  void whatCannotBeLookedAtIsAnErrorAndTheRestIsPlanned() {
    world.cloud.unreachable.add(world.identity("net"));
    world.declare(BODY.replace("slow", "fast"));
    golden("unreachable");
  }
}
