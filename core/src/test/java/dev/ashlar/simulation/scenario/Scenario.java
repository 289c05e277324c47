package dev.ashlar.simulation.scenario;

import dev.ashlar.blueprint.Environment.OnFailure;
import java.util.List;

/**
 * A life.
 *
 * @param seed what decides all that is not said here: the order of what happens at once
 * @param onFailure what becomes of a run that fails
 * @param rounds what happens, one edit after the other
 */
public record Scenario(long seed, OnFailure onFailure, List<Round> rounds) {
  /** Copies the list. */
  public Scenario {
    rounds = List.copyOf(rounds);
  }

  /** The same with other rounds. */
  public Scenario with(List<Round> others) {
    return new Scenario(seed, onFailure, others);
  }
}
