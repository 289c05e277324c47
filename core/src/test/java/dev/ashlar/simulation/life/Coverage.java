package dev.ashlar.simulation.life;

import dev.ashlar.simulation.scenario.Trouble;
import dev.ashlar.simulation.world.Boundary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How often a process ended where, with what under way, and what had gone wrong with it. */
public final class Coverage {
  private static final int BOUNDARIES = Boundary.values().length;
  private final int[][][] counts =
      new int[Deed.values().length][Trouble.values().length][2 * BOUNDARIES];

  /** Counts a change that was under way. */
  void fell(Deed deed, Set<Trouble> troubles, Boundary boundary, boolean recovering) {
    int where = boundary.ordinal() + (recovering ? BOUNDARIES : 0);
    if (troubles.isEmpty()) {
      counts[deed.ordinal()][Trouble.NONE.ordinal()][where]++;
    }
    for (Trouble trouble : troubles) {
      counts[deed.ordinal()][trouble.ordinal()][where]++;
    }
  }

  /** Adds what another one counted. */
  public synchronized void add(Coverage other) {
    for (int deed = 0; deed < counts.length; deed++) {
      for (int trouble = 0; trouble < counts[deed].length; trouble++) {
        for (int where = 0; where < counts[deed][trouble].length; where++) {
          counts[deed][trouble][where] += other.counts[deed][trouble][where];
        }
      }
    }
  }

  int count(Deed deed, Trouble trouble, Boundary boundary, boolean recovering) {
    return counts[deed.ordinal()][trouble.ordinal()][
        boundary.ordinal() + (recovering ? BOUNDARIES : 0)];
  }

  /** The counts in lines: for each deed and trouble, the boundaries in their order. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Deed deed : Deed.values()) {
      for (Trouble trouble : Trouble.values()) {
        StringBuilder line = new StringBuilder(String.format("%-19s%-22s", deed, trouble.text()));
        int sum = 0;
        for (int count : counts[deed.ordinal()][trouble.ordinal()]) {
          sum += count;
          line.append(String.format("%6d", count));
        }
        if (sum > 0) {
          lines.add(line.toString());
        }
      }
    }
    return lines;
  }
}
