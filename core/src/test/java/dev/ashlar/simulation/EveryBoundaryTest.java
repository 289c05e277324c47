package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.simulation.life.Coverage;
import dev.ashlar.simulation.life.Life;
import dev.ashlar.simulation.life.Sabotage;
import dev.ashlar.simulation.scenario.Round;
import dev.ashlar.simulation.scenario.Scenario;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.simulation.world.Machine.Blow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On small graphs a process is killed at every boundary, and so is the one that recovers. */
class EveryBoundaryTest {
  static Stream<String> graphs() {
    return SmallGraphs.all().keySet().stream();
  }

  /** Kills the first process of the last round at one boundary, and the second at another one. */
  private static final class Deaths implements Sabotage {
    private final Round last;
    private final int[] boundaries;
    private final boolean[] struck = new boolean[2];

    Deaths(Scenario scenario, int... boundaries) {
      this.last = scenario.rounds().get(scenario.rounds().size() - 1);
      this.boundaries = boundaries;
    }

    @Override
    public Optional<Machine.Fate> fate(Round round, int process) {
      if (round != last || process >= boundaries.length || struck[process]) {
        return Optional.empty();
      }
      int[] passed = new int[1];
      return Optional.of(
          (boundary, changes) -> {
            boolean here = ++passed[0] == boundaries[process];
            struck[process] |= here;
            return here ? Blow.KILL : Blow.NONE;
          });
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void nothingIsLostWhereverAProcessAndItsRescuerAreKilled(String name) {
    Scenario scenario = SmallGraphs.all().get(name);
    int boundaries = 0;
    int lives = 0;
    for (boolean struck = true; struck; ) {
      Deaths one = live(name, scenario, ++boundaries);
      lives++;
      struck = one.struck[0];
      boolean rescuerStruck = struck;
      for (int second = 1; rescuerStruck; second++) {
        rescuerStruck = live(name, scenario, boundaries, second).struck[1];
        lives++;
      }
    }
    System.out.printf("%s: %d boundaries, %d lives%n", name, boundaries - 1, lives);
    assertThat(boundaries).as("boundaries of %s", name).isGreaterThan(5);
    assertThat(lives).as("lives of %s", name).isGreaterThan(3 * boundaries);
  }

  private static Deaths live(String name, Scenario scenario, int... boundaries) {
    Deaths deaths = new Deaths(scenario, boundaries);
    try {
      new Life(scenario, new Coverage(), deaths).liveAndTell();
    } catch (AssertionError e) {
      throw new AssertionError(
          name + ", killed at " + List.of(boundaries[0], boundaries.length) + ": " + e.getMessage(),
          e);
    }
    return deaths;
  }
}
