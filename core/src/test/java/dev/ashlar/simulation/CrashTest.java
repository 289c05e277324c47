package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.endtoend.RandomBlueprint;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A process may be killed at any write: the next one finds everything again. */
class CrashTest {
  private static final long SEED = Long.getLong("seed", 20_260_701);
  private static final int RUNS = Integer.getInteger("runs", 50);

  private final VirtualTime time = VirtualTime.create();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  private final StateStore store = StateStore.inMemory(time::now);
  private final KeyService keys = new MemoryKeys(new Random(1));

  @Test
  void whatAProcessLeavesBehindIsFoundByTheNextOne() {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      new CrashTest().live(seed);
    }
  }

  private void live(long seed) {
    Random random = new Random(seed);
    RandomBlueprint blueprint = new RandomBlueprint(random).grown(1 + random.nextInt(9));
    for (int step = 0; step < 4; step++) {
      while (isKilledWhileApplying(blueprint, random.nextInt(25), seed)) {
        time.advance(Duration.ofMinutes(11));
        recover(blueprint, random, seed);
      }
      converged(blueprint, seed);
      blueprint.change();
    }
  }

  private Ashlar engine(StateStore on) {
    return Ashlar.builder()
        .state(on)
        .keys(keys)
        .addProvider(cloud)
        .executor(time)
        .time(time)
        .random(new Random(7))
        .build();
  }

  private static Workspace open(Ashlar ashlar, RandomBlueprint blueprint) {
    Blueprint read = Blueprint.read(Source.text("random", blueprint.text())).orThrow();
    return ashlar.open(
        Environment.of("random", read)
            .parameter("password", Value.secret(Value.of("correct horse battery"))));
  }

  private boolean isKilledWhileApplying(RandomBlueprint blueprint, int writes, long seed) {
    MortalStore mortal = new MortalStore(store, writes);
    try (Ashlar ashlar = engine(mortal)) {
      Workspace workspace = open(ashlar, blueprint);
      Plan plan = time.run(workspace.plan());
      assertThat(plan.hasErrors())
          .as("seed %d: %s%n%s", seed, plan.diagnostics(), blueprint.text())
          .isFalse();
      Outcome outcome = time.run(workspace.apply(plan).outcome());
      assertThat(mortal.isDead() || outcome instanceof Outcome.Succeeded)
          .as("seed %d: %s%n%s", seed, outcome.diagnostics(), blueprint.text())
          .isTrue();
    }
    return mortal.isDead();
  }

  /** Recovers, being killed itself at times. */
  private void recover(RandomBlueprint blueprint, Random random, long seed) {
    while (true) {
      MortalStore mortal =
          new MortalStore(store, random.nextBoolean() ? random.nextInt(3) : Integer.MAX_VALUE);
      try (Ashlar ashlar = engine(mortal)) {
        Outcome outcome = time.run(open(ashlar, blueprint).recover().outcome());
        if (!mortal.isDead()) {
          assertThat(outcome)
              .as("seed %d: %s", seed, outcome.diagnostics())
              .isInstanceOf(Outcome.Succeeded.class);
          accountedFor(outcome.state(), seed);
          return;
        }
      }
      time.advance(Duration.ofMinutes(11));
    }
  }

  private void accountedFor(State state, long seed) {
    assertThat(Invariants.check(state)).as("seed %d", seed).isEmpty();
    assertThat(state.run()).as("seed %d", seed).isEmpty();
    assertThat(state.pending()).as("seed %d", seed).isEmpty();
    assertThat(
            state.objects().stream().map(StateObject::identity).flatMap(Optional::stream).sorted())
        .as("recorded is what exists, seed %d", seed)
        .isEqualTo(cloud.objects().stream().map(CloudObject::id).sorted().toList());
  }

  private void converged(RandomBlueprint blueprint, long seed) {
    try (Ashlar ashlar = engine(new MortalStore(store, Integer.MAX_VALUE))) {
      Workspace workspace = open(ashlar, blueprint);
      accountedFor(time.run(workspace.state()).orThrow(), seed);
      Plan second = time.run(workspace.plan());
      assertThat(second.isEmpty())
          .as("second plan, seed %d:%n%s%n%s", seed, second.changes(), blueprint.text())
          .isTrue();
    }
  }
}
