package dev.ashlar.memory.fault;

import dev.ashlar.memory.simulation.Errand;
import dev.ashlar.memory.simulation.Twist;
import dev.ashlar.memory.simulation.Weather;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The weather that faults make. All faults that strike a call befall it, in the order in which they
 * were given. Safe for every thread; the same calls in the same order meet the same faults.
 */
public final class FaultPlan implements Weather {
  private final long seed;
  private final Duration latency;
  private final List<Standing> faults = new ArrayList<>();
  private final List<Hit> hits = new ArrayList<>();
  private int given;

  /**
   * A plan without any faults.
   *
   * @param latency how long every answer takes
   */
  public FaultPlan(long seed, Duration latency) {
    this.seed = seed;
    this.latency = latency;
  }

  /**
   * That a fault struck a call.
   *
   * @param at when
   * @param fault the fault's name
   * @param errand the call
   */
  public record Hit(Instant at, String fault, Errand errand) {}

  private static final class Standing {
    private final FaultRule rule;
    private final int number;
    private final Instant since;
    private long calls;
    private long struck;

    Standing(FaultRule rule, int number, Instant since) {
      this.rule = rule;
      this.number = number;
      this.since = since;
    }
  }

  /** From now on this goes wrong, too. */
  public synchronized void add(FaultRule rule, Instant now) {
    faults.add(new Standing(rule, given++, now));
  }

  /** From now on nothing goes wrong any more. */
  public synchronized void clear() {
    faults.clear();
  }

  /** What has gone wrong, in order. */
  public synchronized List<Hit> hits() {
    return List.copyOf(hits);
  }

  @Override
  public synchronized Duration memory() {
    Duration longest = Duration.ZERO;
    for (Standing fault : faults) {
      Duration memory = fault.rule.mishap().memory();
      longest = memory.compareTo(longest) > 0 ? memory : longest;
    }
    return longest;
  }

  @Override
  public synchronized Twist over(Occasion occasion) {
    Twist twist = latency.isZero() ? Twist.NONE : Twist.NONE.homeward(latency);
    for (Standing fault : faults) {
      if (fault.rule.scope().covers(occasion.errand())) {
        twist = strike(fault, twist, occasion);
      }
    }
    return twist;
  }

  private Twist strike(Standing fault, Twist twist, Occasion occasion) {
    fault.calls++;
    Schedule schedule = fault.rule.schedule();
    Duration elapsed = Duration.between(fault.since, occasion.now());
    Luck luck = new Luck(seed, fault.number, fault.calls);
    boolean hit = luck.hits(schedule.probability());
    if (!hit || !schedule.allows(elapsed, fault.calls, fault.struck)) {
      return twist;
    }
    Twist struck = fault.rule.mishap().befall(twist, occasion, luck);
    if (!struck.equals(twist)) {
      fault.struck++;
      hits.add(new Hit(occasion.now(), fault.rule.name(), occasion.errand()));
    }
    return struck;
  }
}
