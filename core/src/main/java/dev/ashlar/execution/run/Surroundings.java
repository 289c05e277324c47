package dev.ashlar.execution.run;

import dev.ashlar.connector.TimeSource;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.execution.turn.Turns;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.observation.retry.Backoff;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What all runs of an engine share.
 *
 * @param sessions connectors
 * @param executor where everything runs
 * @param time clock and timers
 * @param random chance; safe for every thread
 * @param backoff how long to wait before another try
 * @param admission rate limits
 * @param parallelism how many changes of a run are under way at once
 * @param turns how many of all runs, and whose turn it is
 */
public record Surroundings(
    Sessions sessions,
    Executor executor,
    TimeSource time,
    RandomGenerator random,
    Backoff backoff,
    Admission admission,
    Parallelism parallelism,
    Turns turns) {

  /** The usual ones. */
  public static Surroundings of(
      Sessions sessions,
      Executor executor,
      TimeSource time,
      RandomGenerator random,
      Admission admission,
      Parallelism parallelism,
      Turns turns) {
    return new Surroundings(
        sessions, executor, time, random, Backoff.usual(random), admission, parallelism, turns);
  }
}
