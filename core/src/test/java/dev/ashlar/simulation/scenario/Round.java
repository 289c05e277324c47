package dev.ashlar.simulation.scenario;

import java.util.List;

/**
 * One edit and what becomes of it.
 *
 * @param drawing the blueprint as it is now
 * @param theirs keys of objects that others make before it
 * @param meddling resources that others change between plan and apply
 * @param strikes what goes wrong
 * @param ends how the processes end: the one that applies, and then those that recover
 */
public record Round(
    Drawing drawing,
    List<String> theirs,
    List<String> meddling,
    List<Strike> strikes,
    List<Crash> ends) {
  /** Copies the lists. */
  public Round {
    theirs = List.copyOf(theirs);
    meddling = List.copyOf(meddling);
    strikes = List.copyOf(strikes);
    ends = List.copyOf(ends);
  }

  /** Whether nothing goes wrong in it. */
  public boolean isCalm() {
    return strikes.isEmpty() && ends.isEmpty() && meddling.isEmpty();
  }
}
