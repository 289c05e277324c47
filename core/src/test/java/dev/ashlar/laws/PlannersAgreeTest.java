package dev.ashlar.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.generate.Drawn;
import dev.ashlar.laws.generate.RandomGraph;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.reference.ReferencePlanner;
import dev.ashlar.laws.reference.ReferencePlanner.Expected;
import dev.ashlar.laws.rig.Rig;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanText;
import dev.ashlar.schema.ResourceSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The planner agrees with one that is small, slow and obviously right. */
class PlannersAgreeTest {
  @Test
  void bothPlanTheSame() {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    Cases.each(50, seed -> agree(seed, actions));
    assertThat(actions).as("actions that both planned").hasSizeGreaterThan(Cases.some(4));
  }

  private static void agree(long seed, Set<Action> actions) {
    Random random = new Random(seed);
    List<ResourceSchema> types = new RandomTypes(random).types(1 + random.nextInt(3));
    RandomGraph graph = new RandomGraph(random, types, 1 + random.nextInt(8));
    Rig.with(
        seed,
        types,
        random.nextBoolean(),
        rig -> {
          ReferencePlanner reference = new ReferencePlanner(rig.cloud);
          for (int round = 0; round < 6; round++) {
            rig.declare(Document.of(graph.resources()));
            compare(rig, reference, graph.resources(), actions);
            Drift.some(rig, random, graph.resources());
            compare(rig, reference, graph.resources(), actions);
            graph.edit();
            if (random.nextBoolean()) {
              Drift.some(rig, random, graph.resources());
            }
          }
        });
  }

  private static void compare(
      Rig rig, ReferencePlanner reference, List<Drawn> resources, Set<Action> actions) {
    Map<String, Expected> expected = reference.plan(resources);
    Plan plan = rig.soundPlan();
    String shown = PlanText.plain().render(plan);
    Map<String, Expected> actual = actual(plan);
    expected.replaceAll((name, each) -> reference.decided(name, actual.get(name)).orElse(each));
    boolean inRounds = actual.values().stream().anyMatch(each -> each.action() == Action.DEFERRED);
    if (inRounds) {
      // A circle of waits between old and new objects is resolved in rounds: the first may do less.
      boolean undecided =
          expected.values().stream().anyMatch(e -> e.action() == Action.REPLACE_IF_CHANGED);
      assertThat(undecided || resources.stream().anyMatch(Drawn::createBeforeDestroy))
          .as(shown)
          .isTrue();
      actual.values().removeIf(each -> each.action() == Action.DEFERRED);
      assertThat(expected).as(shown).containsAllEntriesOf(actual);
    } else {
      assertThat(actual).as(shown).isEqualTo(expected);
    }
    expected.values().forEach(each -> actions.add(each.action()));
    rig.applied();
    Map<String, String> identities = new TreeMap<>();
    rig.state()
        .current()
        .forEach(
            (address, object) ->
                identities.put(address.toString(), object.identity().orElseThrow()));
    reference.applied(resources, identities);
  }

  private static Map<String, Expected> actual(Plan plan) {
    Map<String, Expected> actual = new TreeMap<>();
    for (Change change : plan.changes()) {
      if (change.action() == Action.RECORD || replaced(plan, change)) {
        continue;
      }
      Set<String> outputs = Set.of("Arn", "Count", "Sum");
      Set<String> paths = new TreeSet<>();
      change.attributes().stream()
          .map(attribute -> attribute.path().toString())
          .filter(path -> !outputs.contains(path))
          .forEach(paths::add);
      actual.put(change.address().toString(), new Expected(change.action(), paths));
    }
    return actual;
  }

  /** Whether it is the deletion that belongs to a replacement. */
  private static boolean replaced(Plan plan, Change change) {
    return change.action() == Action.DELETE
        && plan.changes().stream()
            .anyMatch(other -> other != change && other.address().equals(change.address()));
  }
}
