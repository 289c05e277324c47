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
 * @param ways the ways back that are gone when that is over
 */
public record Round(
    Drawing drawing,
    List<String> theirs,
    List<String> meddling,
    List<Strike> strikes,
    List<Crash> ends,
    List<Back> ways) {
  /** Copies the lists. */
  public Round {
    theirs = List.copyOf(theirs);
    meddling = List.copyOf(meddling);
    strikes = List.copyOf(strikes);
    ends = List.copyOf(ends);
    ways = List.copyOf(ways);
  }

  /** One in which nobody goes back. */
  public Round(
      Drawing drawing,
      List<String> theirs,
      List<String> meddling,
      List<Strike> strikes,
      List<Crash> ends) {
    this(drawing, theirs, meddling, strikes, ends, List.of());
  }

  /** Whether nothing goes wrong in it. */
  public boolean isCalm() {
    return strikes.isEmpty() && ends.isEmpty() && meddling.isEmpty() && ways.isEmpty();
  }
}
