package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.connector.Failure;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.rig.ScriptedCloud.Call;
import dev.ashlar.plan.Change;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Over random plans and failures: intent is durable before a call, a result before its use. */
class JournalOrderTest {
  private static final int PLANS = 60;

  @Test
  void everyBeginIsDurableBeforeItsCallAndEveryEndBeforeItsDependants() {
    for (int seed = 0; seed < PLANS; seed++) {
      Random random = new Random(seed);
      Rig rig =
          new Rig().parallelism(1 + random.nextInt(8)).flush(Duration.ofMillis(random.nextInt(30)));
      List<Change> changes = randomChanges(rig, random);
      OnFailure onFailure = random.nextBoolean() ? OnFailure.STOP : OnFailure.CONTINUE;

      rig.apply(rig.plan(onFailure, changes));

      check(seed, rig, changes);
    }
  }

  @Test
  void aRunThatIsCancelledAtAnyMomentLeavesNothingOpen() {
    for (int seed = 0; seed < PLANS; seed++) {
      Random random = new Random(1_000 + seed);
      Rig rig =
          new Rig().parallelism(1 + random.nextInt(8)).flush(Duration.ofMillis(random.nextInt(30)));
      List<Change> changes = randomChanges(rig, random);
      Run run = rig.start(rig.plan(OnFailure.CONTINUE, changes));
      rig.time.at(Duration.ofMillis(random.nextInt(1_500)), run::cancel);

      Outcome outcome = rig.end(run);

      check(seed, rig, changes);
      assertThat(outcome.changes()).as("seed %s", seed).hasSameSizeAs(changes);
    }
  }

  @Test
  void aJournalThatFailsAtAnyMomentLosesNoObject() {
    for (int seed = 0; seed < PLANS; seed++) {
      Random random = new Random(2_000 + seed);
      Rig rig = new Rig().parallelism(1 + random.nextInt(8));
      List<Change> changes = randomChanges(rig, random);
      rig.journalFailingAfter(random.nextInt(2 * changes.size() + 2));

      rig.apply(rig.plan(OnFailure.CONTINUE, changes));

      Set<String> recorded = new HashSet<>();
      rig.state().objects().forEach(each -> each.identity().ifPresent(recorded::add));
      Set<String> open = new HashSet<>();
      rig.state().pending().values().forEach(each -> open.add(each.began().key()));
      for (String id : rig.cloud.objects().keySet()) {
        assertThat(recorded.contains(id) || open.contains(rig.cloud.keyOf(id)))
            .as("seed %s: %s is recorded, or its begin is", seed, id)
            .isTrue();
      }
    }
  }

  private static List<Change> randomChanges(Rig rig, Random random) {
    List<Change> changes = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      String address = "r" + i;
      Set<String> after = new LinkedHashSet<>();
      for (int j = random.nextInt(4); j > 0 && !changes.isEmpty(); j--) {
        after.add(changes.get(random.nextInt(changes.size())).id());
      }
      Change change;
      if (random.nextInt(4) == 0) {
        StateObject object = rig.given(address, 1);
        change = Draft.update(object, 1, 2);
      } else {
        change = Draft.create(address);
      }
      changes.add(change.toBuilder().dependsOn(List.copyOf(after)).build());
      String operation = change.action().text();
      switch (random.nextInt(8)) {
        case 0 -> rig.cloud.fail(operation, address, Failure.temporary("busy"));
        case 1 -> rig.cloud.fail(operation, address, Failure.invalid("no"));
        case 2 -> rig.cloud.loseAnswer(operation, address);
        default -> {}
      }
    }
    return changes;
  }

  private static void check(int seed, Rig rig, List<Change> changes) {
    Map<String, Change> byId = new HashMap<>();
    changes.forEach(change -> byId.put(change.id(), change));
    Set<String> begun = new HashSet<>();
    Set<String> ended = new HashSet<>();
    for (Object item : rig.log) {
      if (item instanceof JournalEntry.OperationBegan began) {
        begun.add(began.key());
        assertThat(ended)
            .as("seed %s: what %s depends on", seed, began.change())
            .containsAll(byId.get(began.change()).dependsOn());
      } else if (item instanceof JournalEntry.OperationEnded end && end.succeeded()) {
        ended.add(end.change());
      } else if (item instanceof Call call && !call.key().isEmpty()) {
        assertThat(begun).as("seed %s: the begin of %s", seed, call).contains(call.key());
      }
    }
    assertThat(rig.log.get(0)).isInstanceOf(JournalEntry.RunBegan.class);
    assertThat(rig.log.get(rig.log.size() - 1)).isInstanceOf(JournalEntry.RunEnded.class);
    assertThat(rig.state().pending()).as("seed %s", seed).isEmpty();
    assertThat(rig.cloud.overlapped()).as("seed %s", seed).isFalse();
    assertThat(rig.cloud.objects().keySet())
        .as("seed %s: nothing is lost, nothing is invented", seed)
        .containsExactlyInAnyOrderElementsOf(
            rig.state().objects().stream().map(each -> each.identity().orElseThrow()).toList());
  }

  @Test
  void theNextBeginSharesTheFlushOfAnEndThatItDoesNotDependOn() {
    Rig rig = new Rig().parallelism(1).flush(Duration.ofMillis(100));

    rig.apply(rig.plan(Draft.create("a"), Draft.create("b"), Draft.create("c")));

    // The run's begin, three calls of 100 ms with a flush before each, the last end, the run's end.
    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofMillis(900));
  }

  @Test
  void afterAFailureNoBeginComesBeforeTheEnd() {
    Rig rig = new Rig().parallelism(1).flush(Duration.ofMillis(100));
    rig.cloud.fail("create", "a", Failure.invalid("no"));

    rig.apply(rig.plan(Draft.create("a"), Draft.create("b")));

    assertThat(rig.cloud.objects()).isEmpty();
  }
}
