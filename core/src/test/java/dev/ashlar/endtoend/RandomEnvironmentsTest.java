package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is declared, edited and tampered with: what was applied needs no second plan. */
class RandomEnvironmentsTest {
  private static final long SEED = Long.getLong("seed", 20_260_101);
  private static final int RUNS = Integer.getInteger("runs", 60);

  private final VirtualTime time = VirtualTime.create();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();

  @Test
  void whatWasAppliedNeedsNoSecondPlan() {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      new RandomEnvironmentsTest().live(seed);
    }
  }

  private void live(long seed) {
    Random random = new Random(seed);
    RandomBlueprint blueprint = new RandomBlueprint(random).grown(1 + random.nextInt(9));
    try (Ashlar ashlar =
        Ashlar.builder()
            .addProvider(cloud)
            .executor(time)
            .time(time)
            .random(new Random(seed))
            .build()) {
      converge(ashlar, blueprint, seed);
      for (int step = 0; step < 3; step++) {
        if (random.nextInt(3) == 0) {
          tamper(random);
        } else {
          blueprint.change();
        }
        converge(ashlar, blueprint, seed);
      }
      Workspace workspace = open(ashlar, blueprint);
      apply(workspace, plan(workspace, PlanMode.of(PlanMode.Purpose.DESTROY), seed), seed);
      assertThat(cloud.objects()).as("left over, seed %d", seed).isEmpty();
    }
  }

  private Workspace open(Ashlar ashlar, RandomBlueprint blueprint) {
    Blueprint read = Blueprint.read(Source.text("random", blueprint.text())).orThrow();
    return ashlar.open(
        Environment.of("random", read)
            .parameter("password", Value.secret(Value.of("correct horse battery"))));
  }

  private void converge(Ashlar ashlar, RandomBlueprint blueprint, long seed) {
    Workspace workspace = open(ashlar, blueprint);
    Plan plan = plan(workspace, PlanMode.apply(), seed);
    assertThat(time.run(workspace.plan()).digest())
        .as("a plan of the same is the same, seed %d", seed)
        .isEqualTo(plan.digest());
    State state = apply(workspace, plan, seed);
    assertThat(state.objects().stream().map(each -> each.identity().orElse("")).sorted())
        .as("recorded is what exists, seed %d", seed)
        .isEqualTo(cloud.objects().stream().map(CloudObject::id).sorted().toList());
    Plan second = plan(workspace, PlanMode.apply(), seed);
    assertThat(second.isEmpty())
        .as("second plan, seed %d:%n%s%n%s", seed, second.changes(), blueprint.text())
        .isTrue();
  }

  /** A plan, as another process reads it. */
  private Plan plan(Workspace workspace, PlanMode mode, long seed) {
    Plan plan = time.run(workspace.plan(mode));
    assertThat(plan.hasErrors()).as("seed %d: %s", seed, plan.diagnostics()).isFalse();
    Plan read = Plan.read(Source.text("plan", plan.toJson())).orThrow();
    assertThat(read.toJson()).as("seed %d", seed).isEqualTo(plan.toJson());
    assertThat(plan.toJson()).as("seed %d", seed).doesNotContain("correct horse battery");
    return read;
  }

  private State apply(Workspace workspace, Plan plan, long seed) {
    Outcome outcome = time.run(workspace.apply(plan).outcome());
    assertThat(outcome)
        .as("seed %d: %s%n%s", seed, outcome.diagnostics(), plan.toJson())
        .isInstanceOf(Outcome.Succeeded.class);
    State state = time.run(workspace.state()).orThrow();
    assertThat(Invariants.check(state)).as("seed %d", seed).isEmpty();
    return state;
  }

  private void tamper(Random random) {
    List<CloudObject> objects = cloud.objects();
    if (objects.isEmpty()) {
      return;
    }
    CloudObject object = objects.get(random.nextInt(objects.size()));
    boolean isUsed =
        objects.stream()
            .anyMatch(
                other -> other != object && other.properties().toString().contains(object.id()));
    if (!isUsed && random.nextBoolean()) {
      cloud.remove(object.type(), object.id());
      return;
    }
    String property =
        object.properties().entries().keySet().stream()
            .filter(name -> List.of("Description", "Size", "Versioning", "Tags").contains(name))
            .findFirst()
            .orElse("");
    if (!property.isEmpty()) {
      cloud.tamper(object.type(), object.id(), is -> is.without(property));
    }
  }
}
