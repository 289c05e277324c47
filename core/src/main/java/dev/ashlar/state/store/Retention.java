package dev.ashlar.state.store;

import dev.ashlar.state.StateStore;
import java.util.List;

/**
 * Which generations of a log are needed. A generation is a snapshot and what was appended after it;
 * it is known by its snapshot's serial, and the first, which has none, by 0.
 */
public final class Retention {
  private Retention() {}

  /**
   * The generation that tells a serial: the last that began no later.
   *
   * @param bases the snapshots' serials, oldest first
   * @return its index; -1 where the serial is older than all of them
   */
  public static int holding(List<Long> bases, long serial) {
    int found = -1;
    for (int i = 0; i < bases.size() && bases.get(i) <= serial; i++) {
      found = i;
    }
    return found;
  }

  /** The index of the oldest generation that one of the kept serials needs. */
  public static int firstNeeded(List<Long> bases, long current) {
    return Math.max(0, holding(bases, current - StateStore.KEPT_SERIALS + 1));
  }
}
