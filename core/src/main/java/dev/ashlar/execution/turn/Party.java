package dev.ashlar.execution.turn;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One of those who share: all, a tenant, or a run. Of those who wait, the one with the fewest
 * operations under way comes first, then the one whose last turn is the longest ago. Guarded by the
 * lock of its {@link Turns}.
 */
final class Party {
  private static final Comparator<Party> NEXT =
      Comparator.<Party>comparingInt(party -> party.underWay)
          .thenComparingLong(party -> party.served);

  private final @Nullable Party parent;
  private final TreeSet<Party> waiting = new TreeSet<>(NEXT);
  private @Nullable Line line;
  private int underWay;
  private int members;
  private long served;

  /**
   * What takes part in the share of another one.
   *
   * @param turn another number for each
   */
  Party(@Nullable Party parent, long turn) {
    this.parent = parent;
    this.served = turn;
    if (parent != null) {
      parent.members++;
    }
  }

  void is(Line run) {
    line = run;
  }

  @Nullable Party parent() {
    return parent;
  }

  int underWay() {
    return underWay;
  }

  /** One that was part of this is not any more; whether nobody is left. */
  boolean isLeft() {
    members--;
    return members == 0;
  }

  /** The run whose turn it is. */
  @Nullable Line first() {
    Party at = this;
    while (!at.waiting.isEmpty()) {
      at = at.waiting.first();
    }
    return at.line;
  }

  /** Whether its turn comes before everybody else's. */
  boolean isFirst() {
    for (Party at = this; at.parent != null; at = at.parent) {
      if (at.parent.waiting.first() != at) {
        return false;
      }
    }
    return true;
  }

  /** Waits for its turn, and so does the one that it is a part of. */
  void await() {
    for (Party at = this; at.parent != null; at = at.parent) {
      at.parent.waiting.add(at);
    }
  }

  /** Waits no more; the one that it is a part of still does where others in it wait. */
  void withdraw() {
    for (Party at = this; at.parent != null && at.waiting.isEmpty(); at = at.parent) {
      at.parent.waiting.remove(at);
    }
  }

  /** Has one operation more under way. */
  void take(long turn) {
    count(1, turn);
  }

  /** Has one operation less under way. */
  void giveBack() {
    count(-1, -1);
  }

  private void count(int change, long turn) {
    for (Party at = this; at != null; at = at.parent) {
      // Its place among those who wait depends on what changes here.
      boolean waits = at.parent != null && at.parent.waiting.remove(at);
      at.underWay += change;
      at.served = turn < 0 ? at.served : turn;
      if (waits && at.parent != null) {
        at.parent.waiting.add(at);
      }
    }
  }
}
