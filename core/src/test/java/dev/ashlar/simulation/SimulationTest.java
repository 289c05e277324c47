package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.simulation.life.Coverage;
import org.junit.jupiter.api.Test;

/**
 * Whatever goes wrong, and wherever a process ends: nothing is lost, nothing is done twice, nothing
 * is told. {@code -Dsimulation.runs=N} for how many lives, {@code -Dsimulation.seed=S} for one.
 */
class SimulationTest {
  private static final int RUNS = Integer.getInteger("simulation.runs", 300);
  private static final Long ONLY = Long.getLong("simulation.seed");

  @Test
  void nothingIsLostInAnyLife() {
    Coverage coverage = new Coverage();
    Lives.of(ONLY == null ? 0 : ONLY, ONLY == null ? RUNS : 1).live(coverage);
    coverage.lines().forEach(System.out::println);
    assertThat(coverage.lines()).isNotEmpty();
  }
}
