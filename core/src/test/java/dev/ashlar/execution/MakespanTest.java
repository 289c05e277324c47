package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A run takes hardly longer than its graph and its parallelism make it take: no run can be faster
 * than its longest chain, nor than its work divided by those who do it.
 */
class MakespanTest {
  private static final int OPERATIONS = 10_000;
  private static final int PARALLELISM = 100;
  private static final long MILLIS = 100;

  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private int longest;

  private String create(String address, List<String> after) {
    changes.add(Draft.create(address, after.toArray(String[]::new)));
    int depth = 1 + after.stream().mapToInt(depths::get).max().orElse(0);
    depths.put(address, depth);
    longest = Math.max(longest, depth);
    return address;
  }

  private void takesNoLongerThanItMust() {
    Rig rig = new Rig().parallelism(PARALLELISM);

    Outcome outcome = rig.apply(rig.plan(OnFailure.STOP, changes));

    long bound = MILLIS * Math.max(longest, (changes.size() + PARALLELISM - 1) / PARALLELISM);
    assertThat(outcome.summary()).isEqualTo("succeeded: " + changes.size() + " created");
    assertThat(rig.cloud.mostInFlight()).isLessThanOrEqualTo(PARALLELISM);
    assertThat(rig.time.elapsed())
        .isBetween(Duration.ofMillis(bound), Duration.ofMillis(bound * 105 / 100));
  }

  @Test
  void ofAWideGraph() {
    for (int i = 0; i < OPERATIONS; i++) {
      create("r" + i, List.of());
    }
    takesNoLongerThanItMust();
  }

  @Test
  void ofADeepGraph() {
    for (int chain = 0; chain < 10; chain++) {
      for (int i = 0; i < OPERATIONS / 10; i++) {
        create("r" + chain + "x" + i, i == 0 ? List.of() : List.of("r" + chain + "x" + (i - 1)));
      }
    }
    takesNoLongerThanItMust();
  }

  @Test
  void ofChainsOfTen() {
    for (int i = 0; i < OPERATIONS; i++) {
      create("r" + i, i % 10 == 0 ? List.of() : List.of("r" + (i - 1)));
    }
    takesNoLongerThanItMust();
  }

  @Test
  void ofDiamonds() {
    for (int i = 0; i < OPERATIONS / 4; i++) {
      create("a" + i, i == 0 || i % 50 == 0 ? List.of() : List.of("d" + (i - 1)));
      create("b" + i, List.of("a" + i));
      create("c" + i, List.of("a" + i));
      create("d" + i, List.of("b" + i, "c" + i));
    }
    takesNoLongerThanItMust();
  }

  @Test
  void ofManyObjectsOfFewDeclarations() {
    List<String> hubs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      hubs.add(create("hub" + i, List.of()));
    }
    for (int i = 0; i < OPERATIONS / 2 - 5; i++) {
      create("disks[\"k" + i + "\"]", List.of(hubs.get(i % 10)));
    }
    for (int i = 0; i < OPERATIONS / 2 - 5; i++) {
      create("hosts[\"k" + i + "\"]", List.of("disks[\"k" + i + "\"]"));
    }
    takesNoLongerThanItMust();
  }

  /** One long chain that stands last in the plan, among thousands that could go before it. */
  @Test
  void ofALongChainBehindACrowd() {
    for (int i = 0; i < OPERATIONS - 95; i++) {
      create("r" + i, List.of());
    }
    for (int i = 0; i < 95; i++) {
      create("x" + i, i == 0 ? List.of() : List.of("x" + (i - 1)));
    }
    takesNoLongerThanItMust();
  }

  @Test
  void ofRandomGraphs() {
    for (long seed = 1; seed <= 5; seed++) {
      changes.clear();
      depths.clear();
      longest = 0;
      Random random = new Random(seed);
      for (int i = 0; i < 2_000; i++) {
        List<String> after = new ArrayList<>();
        for (int k = random.nextInt(3); k > 0 && i > 0; k--) {
          after.add("r" + random.nextInt(i));
        }
        create("r" + i, after.stream().distinct().toList());
      }
      try {
        takesNoLongerThanItMust();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }
}
