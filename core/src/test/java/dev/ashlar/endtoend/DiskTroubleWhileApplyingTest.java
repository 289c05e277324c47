package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.state.store.file.DirectoryStore;
import dev.ashlar.testing.disk.DiskOperation;
import dev.ashlar.testing.disk.DiskOperation.Kind;
import dev.ashlar.testing.disk.SimulatedDisk;
import dev.ashlar.testing.disk.Trouble;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The disk that the state is on fills up, or does not flush, while a plan is applied: the run stops
 * and says so. Once there is room again, the next one finds everything; also where the power went
 * meanwhile.
 */
class DiskTroubleWhileApplyingTest {
  private static final long SEED = Long.getLong("seed", 20_260_801);
  private static final int RUNS = Integer.getInteger("runs", 40);

  private final VirtualTime time = VirtualTime.create();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  private final KeyService keys = new MemoryKeys(new Random(1));
  private final Map<Ill, Integer> stopped = new EnumMap<>(Ill.class);
  private SimulatedDisk disk = SimulatedDisk.create();
  private int operations;
  private int struck;

  /** What a disk has. */
  private enum Ill {
    /** From some operation on there is no room. */
    FULL(Set.of(Kind.WRITE, Kind.MAKE, Kind.LINK), Integer.MAX_VALUE),
    /** One flush fails. */
    ONE_FLUSH(Set.of(Kind.FORCE, Kind.FORCE_FOLDER), 1),
    /** From some flush on all fail. */
    ALL_FLUSHES(Set.of(Kind.FORCE, Kind.FORCE_FOLDER), Integer.MAX_VALUE);

    private final Set<Kind> kinds;
    private final int times;

    Ill(Set<Kind> kinds, int times) {
      this.kinds = kinds;
      this.times = times;
    }
  }

  @Test
  void theRunStopsWithAClearErrorAndTheNextOneRecovers() {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      DiskTroubleWhileApplyingTest life = new DiskTroubleWhileApplyingTest();
      life.live(seed);
      life.stopped.forEach((ill, times) -> stopped.merge(ill, times, Integer::sum));
    }
    for (Ill ill : Ill.values()) {
      assertThat(stopped.getOrDefault(ill, 0)).as("%s", ill).isGreaterThanOrEqualTo(RUNS / 3);
    }
  }

  private void live(long seed) {
    Random random = new Random(seed);
    RandomBlueprint blueprint = new RandomBlueprint(random).grown(3 + random.nextInt(9));
    for (int step = 0; step < 4; step++) {
      String life = "seed " + seed + ", step " + step;
      Ill ill = Ill.values()[random.nextInt(Ill.values().length)];
      if (stops(blueprint, ill, 1 + random.nextInt(step == 0 ? 20 : 8), life)) {
        stopped.merge(ill, 1, Integer::sum);
      }
      disk.trouble(Trouble.NONE);
      disk = left(random);
      time.advance(Duration.ofMinutes(11));
      recovered(blueprint, life);
      blueprint.change();
    }
  }

  /** The next process finds what this one wrote, or less where the power went. */
  private SimulatedDisk left(Random random) {
    List<SimulatedDisk> cut = disk.afterPowerCut();
    return random.nextBoolean() ? disk.afterKill() : cut.get(random.nextInt(cut.size()));
  }

  private Ashlar engine() {
    return Ashlar.builder()
        .state(DirectoryStore.at(disk.root().resolve("states"), time::now, Runnable::run))
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

  /** Whether the run was stopped by the disk. */
  private boolean stops(RandomBlueprint blueprint, Ill ill, int from, String life) {
    try (Ashlar ashlar = engine()) {
      Workspace workspace = open(ashlar, blueprint);
      Plan plan = time.run(workspace.plan());
      assertThat(plan.hasErrors()).as("%s: %s", life, plan.diagnostics()).isFalse();
      operations = 0;
      struck = 0;
      disk.trouble(operation -> fail(operation, ill, from));

      Outcome outcome = time.run(workspace.apply(plan).outcome());

      if (outcome instanceof Outcome.Succeeded) {
        return false;
      }
      assertThat(struck).as("%s: %s", life, outcome).isPositive();
      assertThat(outcome.diagnostics())
          .as("%s, %s", life, ill)
          .extracting(Diagnostic::code)
          .containsAnyOf("state.store-unreachable", "audit.unwritable");
      return true;
    }
  }

  private void fail(DiskOperation operation, Ill ill, int from) throws IOException {
    if (ill.kinds.contains(operation.kind())) {
      operations++;
      if (operations >= from && operations - from < ill.times) {
        struck++;
        throw new IOException("No space left on device");
      }
    }
  }

  private void recovered(RandomBlueprint blueprint, String life) {
    try (Ashlar ashlar = engine()) {
      Workspace workspace = open(ashlar, blueprint);
      Outcome recovered = time.run(workspace.recover().outcome());
      assertThat(recovered)
          .as("%s: %s", life, recovered.diagnostics())
          .isInstanceOf(Outcome.Succeeded.class);
      accountedFor(recovered.state(), life);

      Outcome applied = time.run(workspace.apply(time.run(workspace.plan())).outcome());

      assertThat(applied)
          .as("%s: %s", life, applied.diagnostics())
          .isInstanceOf(Outcome.Succeeded.class);
      accountedFor(applied.state(), life);
      Plan second = time.run(workspace.plan());
      assertThat(second.isEmpty()).as("%s: %s", life, second.changes()).isTrue();
      assertThat(time.run(ashlar.audit(second.environment(), List.of())).orThrow().findings())
          .as("the audit log, %s", life)
          .noneMatch(Diagnostic::isError);
    }
  }

  private void accountedFor(State state, String life) {
    assertThat(Invariants.check(state)).as(life).isEmpty();
    assertThat(state.pending()).as(life).isEmpty();
    assertThat(
            state.objects().stream().map(StateObject::identity).flatMap(Optional::stream).sorted())
        .as("recorded is what there is, %s", life)
        .isEqualTo(cloud.objects().stream().map(CloudObject::id).sorted().toList());
  }
}
