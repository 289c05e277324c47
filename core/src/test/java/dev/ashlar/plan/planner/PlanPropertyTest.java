package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanMode.Purpose;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The laws of planning, over random blueprints, edits and drift. */
class PlanPropertyTest {
  private static final int RUNS = Integer.getInteger("plan.runs", 150);

  @Test
  void theSecondPlanIsEmptyWhateverWasEdited() {
    for (long seed = 0; seed < RUNS; seed++) {
      edited(seed);
    }
  }

  private static void edited(long seed) {
    Random random = new Random(seed);
    World world = new World();
    RandomBlueprint blueprint = new RandomBlueprint(random, 2 + random.nextInt(10), false);
    try {
      for (int round = 0; round < 4; round++) {
        world.declare(blueprint.text());
        settle(world);
        if (random.nextBoolean()) {
          drift(world, random);
          settle(world);
        }
        blueprint.edit();
      }
      world.mode(PlanMode.of(Purpose.DESTROY));
      world.apply();
      assertThat(world.state.objects()).isEmpty();
      assertThat(world.cloud.size()).isZero();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + "\n" + blueprint.text(), e);
    }
  }

  private static void settle(World world) {
    Plan plan = world.plan();
    for (int round = 0; round < 8 && !plan.isEmpty(); round++) {
      sound(plan);
      world.apply(plan);
      boolean deferred = plan.summary().containsKey(Action.DEFERRED);
      plan = world.plan();
      assertThat(plan.isEmpty() || deferred).as("%s", PlanPicture.of(plan)).isTrue();
    }
    assertThat(plan.isEmpty()).as("%s", PlanPicture.of(plan)).isTrue();
    assertThat(plan.diagnostics()).isEmpty();
    assertThat(world.state.deposed()).isEmpty();
    assertThat(world.cloud.size()).isEqualTo(world.state.current().size());
  }

  private static void sound(Plan plan) {
    assertThat(plan.diagnostics()).noneMatch(Diagnostic::isError);
    assertThat(plan.digest()).hasSize(64);
    Set<String> before = new HashSet<>();
    for (Change change : plan.changes()) {
      assertThat(before).as("%s", change).containsAll(change.dependsOn());
      assertThat(before.add(change.id())).isTrue();
    }
  }

  private static void drift(World world, Random random) {
    List<StateObject> objects = new ArrayList<>(world.state.current().values());
    for (StateObject object : objects) {
      String id = object.identity().orElseThrow();
      switch (random.nextInt(6)) {
        case 0 -> world.cloud.delete(id);
        case 1 -> world.cloud.tamper(id, "Mode", Value.of("drifted"));
        case 2 -> world.cloud.tamper(id, "Text", Value.NULL);
        default -> {}
      }
    }
  }

  @Test
  void whatIsPlannedFromTheStateAloneAfterApplyingIsEmptyToo() {
    for (long seed = 0; seed < RUNS / 3; seed++) {
      World world = new World();
      RandomBlueprint blueprint = new RandomBlueprint(new Random(seed), 8, false);
      world.declare(blueprint.text());
      settle(world);
      world.mode(PlanMode.apply().withoutRefresh());
      assertThat(world.plan().isEmpty()).as("seed %s\n%s", seed, world.shown()).isTrue();
    }
  }

  @Test
  void whatIsDeferredComesInTheRoundsAfter() {
    int stuck = 0;
    for (long seed = 0; seed < RUNS; seed++) {
      stuck += deferring(seed) ? 0 : 1;
    }
    assertThat(stuck).as("blueprints that could not go on").isLessThan(RUNS / 5);
  }

  /** Whether it went on to the end: what is used by something deferred may have to be replaced. */
  private static boolean deferring(long seed) {
    Random random = new Random(seed);
    World world = new World();
    RandomBlueprint blueprint = new RandomBlueprint(random, 2 + random.nextInt(8), true);
    try {
      for (int round = 0; round < 3; round++) {
        world.declare(blueprint.text());
        Plan plan = world.plan();
        for (int i = 0; i < 20 && !plan.isEmpty(); i++) {
          if (plan.diagnostics().stream().allMatch(d -> d.code().equals("plan.no-progress"))
              && plan.hasErrors()) {
            return false;
          }
          sound(plan);
          world.apply(plan);
          plan = world.plan();
        }
        assertThat(plan.isEmpty()).as("%s", PlanPicture.of(plan)).isTrue();
        assertThat(world.cloud.size()).isEqualTo(world.state.current().size());
        blueprint.edit();
      }
      return true;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + "\n" + blueprint.text(), e);
    }
  }
}
