package dev.ashlar.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.laws.generate.Alteration;
import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.generate.RandomGraph;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.rig.LawCloud;
import dev.ashlar.laws.rig.Rig;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law 2: what was planned is what happens, or something weaker; and nothing else is taken. */
class PlannedIsDoneLawTest {
  @Test
  void applyOnlyResolvesOrWeakens() {
    Cases.each(25, seed -> lives(seed, PlannedIsDoneLawTest::appliedAsPlanned));
  }

  @Test
  void anAlteredPlanIsRefused() {
    Cases.each(3, seed -> lives(seed, (rig, random) -> altered(rig, random, 30)));
  }

  @Test
  void aPlanOfAnotherSerialIsRefused() {
    Cases.each(5, seed -> lives(seed, PlannedIsDoneLawTest::outdated));
  }

  private interface Step {
    void take(Rig rig, Random random);
  }

  private static void lives(long seed, Step step) {
    Random random = new Random(seed);
    List<ResourceSchema> types = new RandomTypes(random).types(1 + random.nextInt(3));
    RandomGraph graph = new RandomGraph(random, types, 2 + random.nextInt(8));
    Rig.with(
        seed,
        types,
        random.nextBoolean(),
        rig -> {
          for (int round = 0; round < 4; round++) {
            rig.declare(Document.of(graph.resources()));
            step.take(rig, random);
            rig.applied();
            graph.edit();
            Drift.some(rig, random, graph.resources());
          }
        });
  }

  private static void appliedAsPlanned(Rig rig, Random random) {
    Plan plan = rig.soundPlan();
    String file = plan.toJson();
    boolean fromFile = random.nextBoolean() && !file.contains("$secret");
    Plan given = fromFile ? Plan.read(Source.text("plan", file)).orThrow() : plan;
    rig.cloud.calls();
    Outcome outcome = rig.applied(given);
    String shown = PlanText.plain().render(plan);
    List<LawCloud.Call> calls = rig.cloud.calls();
    Map<String, Integer> when = new HashMap<>();
    Set<Integer> explained = new HashSet<>();
    for (Outcome.ChangeResult result : outcome.changes()) {
      Change change = result.change();
      assertThat(weakened(change.action())).as("%s%n%s", change, shown).contains(result.done());
      for (int at = 0; at < calls.size(); at++) {
        if (is(calls.get(at), change, result.done())) {
          assertThat(explained.add(at)).as("%s twice%n%s", calls.get(at), shown).isTrue();
          when.put(change.id(), at);
          if (result.done() != Action.DELETE) {
            kept(change.planned(), calls.get(at).spec(), shown);
          }
        }
      }
      assertThat(when.containsKey(change.id())).as(shown).isEqualTo(result.done().mutates());
    }
    assertThat(explained).as("%s%n%s", calls, shown).hasSize(calls.size());
    inOrder(plan, when);
  }

  private static boolean is(LawCloud.Call call, Change change, Action done) {
    String operation =
        switch (done) {
          case CREATE, REPLACE -> "create";
          case UPDATE -> "update";
          case DELETE -> "delete";
          default -> "";
        };
    boolean sameObject =
        operation.equals("create") || change.identity().filter(call.id()::equals).isPresent();
    return call.operation().equals(operation)
        && call.address().equals(change.address().toString())
        && sameObject;
  }

  private static Set<Action> weakened(Action planned) {
    return switch (planned) {
      case REPLACE_IF_CHANGED -> Set.of(Action.REPLACE, Action.UPDATE, Action.NO_OP);
      case UPDATE -> Set.of(Action.UPDATE, Action.NO_OP);
      case DELETE -> Set.of(Action.DELETE, Action.NO_OP);
      default -> Set.of(planned);
    };
  }

  /** What was known is what was sent; of what was not, at least the shape. */
  private static void kept(Value planned, Value sent, String shown) {
    if (planned instanceof Value.SecretValue || planned instanceof Value.UnknownValue) {
      return;
    }
    if (planned instanceof Value.MapValue wanted && sent instanceof Value.MapValue given) {
      assertThat(given.entries().keySet()).as(shown).isEqualTo(wanted.entries().keySet());
      wanted.entries().forEach((name, value) -> kept(value, given.get(name), shown));
    } else if (planned instanceof Value.ListValue wanted && sent instanceof Value.ListValue given) {
      assertThat(given.items()).as(shown).hasSameSizeAs(wanted.items());
      for (int i = 0; i < wanted.items().size(); i++) {
        kept(wanted.items().get(i), given.items().get(i), shown);
      }
    } else {
      assertThat(sent).as(shown).isEqualTo(planned);
    }
  }

  private static void inOrder(Plan plan, Map<String, Integer> when) {
    for (Change change : plan.changes()) {
      for (String before : change.dependsOn()) {
        if (when.containsKey(change.id()) && when.containsKey(before)) {
          assertThat(when.get(before))
              .as("%s before %s", before, change.id())
              .isLessThan(when.get(change.id()));
        }
      }
    }
  }

  private static void altered(Rig rig, Random random, int times) {
    Plan plan = rig.soundPlan();
    if (plan.isEmpty()) {
      return;
    }
    State before = rig.state();
    rig.cloud.calls();
    ObjectMapper mapper = new ObjectMapper();
    for (int i = 0; i < times; i++) {
      String text;
      try {
        JsonNode file = mapper.readTree(plan.toJson());
        Alteration.of(random).alter(file);
        text = file.toString();
      } catch (java.io.IOException e) {
        throw new AssertionError(e);
      }
      Checked<Plan> read = Plan.read(Source.text("plan", text));
      if (read.value().isEmpty()) {
        assertThat(read.diagnostics()).as(text).isNotEmpty();
      } else if (!read.orThrow().toJson().equals(plan.toJson())) {
        assertThat(rig.apply(read.orThrow())).as(text).isInstanceOf(Outcome.Refused.class);
      }
    }
    assertThat(rig.cloud.calls()).isEmpty();
    assertThat(rig.state()).isEqualTo(before);
  }

  private static void outdated(Rig rig, Random random) {
    Plan old = rig.soundPlan();
    Plan destroying = rig.plan(PlanMode.of(PlanMode.Purpose.DESTROY));
    rig.applied();
    State before = rig.state();
    if (before.serial() == old.serial()) {
      return;
    }
    rig.cloud.calls();
    for (Plan each : List.of(old, destroying)) {
      assertThat(rig.apply(each)).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(rig.cloud.calls()).isEmpty();
    assertThat(rig.state()).isEqualTo(before);
  }
}
