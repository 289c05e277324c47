package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.testing.Golden;
import org.junit.jupiter.api.Test;

/** What can only be planned in the next round, and what must stay until then. */
class DeferralTest {
  private static final String BODY =
      """
      resources:
        box: { type: t::Box, properties: { Name: b, Size: 1 } }
        base: { type: t::Net, properties: { Range: base } }
        many:
          type: t::Net
          forEach: "${split(box.Address, ' ')}"
          properties: { Range: "${each.key}", Note: "${base.NetId}" }
        user: { type: t::Box, properties: { Name: u, Peer: "${join(many.map(k, many[k].NetId), ',')}" } }
      """;

  private final World world = new World();

  private void golden(String name) {
    Golden.check("plan/deferral/" + name + ".txt", world.shown());
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      world.apply();
    }
    assertThat(world.plan().changes()).isEmpty();
  }

  @Test
  void existingObjectsStayUntouchedUntilTheirKeysAreKnown() {
    world.declare(BODY);
    rounds(2);
    world.declare(BODY.replace("Size: 1", "Size: 2"));
    golden("keys-unknown-again");
    rounds(2);
    assertThat(world.state.current().keySet().toString()).contains("many[\"2\"]");
  }

  @Test
  void whatDeferredObjectsDependOnIsNotDeleted() {
    world.declare(BODY);
    rounds(2);
    world.declare(
        BODY.replace("Size: 1", "Size: 2")
            .replace("  base: { type: t::Net, properties: { Range: base } }\n", "")
            .replace("${base.NetId}", "none"));
    golden("dependency-removed");
    Plan plan = world.plan();
    assertThat(plan.summary()).doesNotContainKey(Action.DELETE);
    rounds(2);
    assertThat(world.state.current().keySet().toString()).doesNotContain("base");
  }

  @Test
  void aReplacementThatWouldDeleteFirstWhatIsUsedIsDeferredToo() {
    world.declare(BODY);
    rounds(2);
    world.declare(BODY.replace("Size: 1", "Size: 2").replace("Range: base", "Range: moved"));
    golden("dependency-replaced");
    rounds(2);
  }

  @Test
  void aReplacementThatCreatesFirstGoesAheadAndDeletesLater() {
    String body =
        BODY.replace("Range: base }", "Range: base }, lifecycle: { createBeforeDestroy: true }");
    world.declare(body);
    rounds(2);
    world.declare(body.replace("Size: 1", "Size: 2").replace("Range: base", "Range: moved"));
    golden("dependency-created-first");
    world.apply();
    assertThat(world.state.deposed()).hasSize(1);
    rounds(1);
    assertThat(world.state.deposed()).isEmpty();
  }

  @Test
  void undecidedReplacementsThatDecideOthersWaitForTheNextRound() {
    String body =
        """
        resources:
          box: { type: t::Box, properties: { Name: b, Size: 1 } }
          middle: { type: t::Box, properties: { Name: m, Net: "${box.Address}" } }
          user: { type: t::Box, properties: { Name: u, Net: "${middle.Arn}" } }
        """;
    world.declare(body);
    rounds(1);
    world.declare(body.replace("Size: 1", "Size: 2"));
    golden("chained-replacements");
    world.apply();
    golden("chained-replacements-next");
    rounds(1);
  }
}
