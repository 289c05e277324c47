package dev.ashlar.execution.turn;

/** A run among those that share an engine. For the run's logical thread. */
public final class Line {
  private final Turns turns;
  final Party party;
  final String tenant;
  final Runnable wake;
  int wish;
  int reserved;

  Line(Turns turns, Party party, String tenant, Runnable wake) {
    this.turns = turns;
    this.party = party;
    this.tenant = tenant;
    this.wake = wake;
    party.is(this);
  }

  /**
   * Whether an operation may be begun now. Where not, the run is woken as soon as it is its turn,
   * and asks again.
   *
   * @param wish how many operations could be begun just now, at least one
   */
  public boolean take(int wish) {
    return turns.take(this, wish);
  }

  /** An operation has ended. */
  public void ended() {
    turns.ended(this);
  }

  /** Has nothing more to begin for now: turns that have come and were not used go to others. */
  public void pass() {
    turns.pass(this);
  }

  /** The run is over. */
  public void leave() {
    turns.leave(this);
  }
}
