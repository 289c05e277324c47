package dev.ashlar.simulation.scenario;

import java.util.List;

/**
 * A life.
 *
 * @param seed what decides all that is not said here: the order of what happens at once
 * @param rounds what happens, one edit after the other
 */
public record Scenario(long seed, List<Round> rounds) {
  /** Copies the list. */
  public Scenario {
    rounds = List.copyOf(rounds);
  }
}
