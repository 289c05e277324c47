package dev.ashlar.simulation.scenario;

import java.util.List;

/**
 * A way back.
 *
 * @param serials how many serials back; 0 for where it leads when nobody says
 * @param ends how the processes end: the one that goes back, and then those that recover
 */
public record Back(int serials, List<Crash> ends) {
  /** Copies the list. */
  public Back {
    ends = List.copyOf(ends);
  }
}
