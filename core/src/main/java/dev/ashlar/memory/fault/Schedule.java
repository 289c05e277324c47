package dev.ashlar.memory.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * When and how often a fault strikes.
 *
 * @param calls the calls that it strikes, counted from 1 among those it is for; empty for all
 * @param probability how likely it strikes one of them
 * @param from from when on, since the fault was given to the cloud
 * @param until until when; empty for ever
 * @param times how often at most
 */
public record Schedule(
    Set<Integer> calls, double probability, Duration from, Optional<Duration> until, int times) {
  /** Always. */
  public static final Schedule ALWAYS =
      new Schedule(Set.of(), 1, Duration.ZERO, Optional.empty(), Integer.MAX_VALUE);

  /** Copies the set. */
  public Schedule {
    calls = Set.copyOf(calls);
  }

  /** The same, at these calls. */
  public Schedule calls(Set<Integer> some) {
    return new Schedule(some, probability, from, until, times);
  }

  /** The same, so likely. */
  public Schedule probability(double part) {
    return new Schedule(calls, part, from, until, times);
  }

  /** The same, in this time. */
  public Schedule between(Duration begin, Duration end) {
    return new Schedule(calls, probability, begin, Optional.of(end), times);
  }

  /** The same, no more often than this. */
  public Schedule times(int most) {
    return new Schedule(calls, probability, from, until, most);
  }

  /** Whether a call may be struck now. */
  boolean allows(Duration elapsed, long call, long struck) {
    return struck < times
        && elapsed.compareTo(from) >= 0
        && (until.isEmpty() || elapsed.compareTo(until.get()) < 0)
        && (calls.isEmpty() || call <= Integer.MAX_VALUE && calls.contains((int) call));
  }
}
