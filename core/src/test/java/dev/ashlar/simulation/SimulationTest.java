package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.simulation.life.Coverage;
import org.junit.jupiter.api.Test;

/**
 * Whatever goes wrong, and wherever a process ends: nothing is lost, nothing is done twice, nothing
 * is told. {@code -Dsimulation.runs=N} for how many lives, {@code -Dsimulation.seed=S} for where
 * they begin; a seed without a number of lives is lived alone.
 */
class SimulationTest {
  private static final int USUAL = 300;
  private static final int MANY = 20_000;

  @Test
  void nothingIsLostInAnyLife() {
    Long seed = Long.getLong("simulation.seed");
    int runs = Integer.getInteger("simulation.runs", seed == null ? USUAL : 1);
    Coverage coverage = new Coverage();

    Lives.of(seed == null ? 0 : seed, runs).live(coverage);

    int least = 50 * (runs / MANY);
    if (least > 0) {
      coverage.lines(least).forEach(System.out::println);
      System.out.println("met less than " + least + " times: " + coverage.missing(least));
    }
    assertThat(coverage.rare(least)).as("met less than %d times", least).isEmpty();
  }
}
