package dev.ashlar.memory.fault;

import dev.ashlar.connector.Failure;
import dev.ashlar.memory.simulation.Errand;
import dev.ashlar.memory.simulation.Twist;
import dev.ashlar.memory.simulation.Weather;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets so many calls a second pass, for each place, service and operation: a bucket that refills,
 * and holds the calls of a burst. Called under the plan's lock.
 */
public final class RateLimit implements Mishap {
  private final double perSecond;
  private final double burst;
  private final Map<Key, Bucket> buckets = new HashMap<>();

  private record Key(String place, String service, Operation operation) {}

  private record Bucket(double tokens, Instant at) {}

  /**
   * A limit.
   *
   * @param burst how many calls may come at once
   */
  public RateLimit(double perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  @Override
  public Twist befall(Twist twist, Weather.Occasion occasion, Luck luck) {
    if (twist.treatment().refusal().isPresent()) {
      return twist;
    }
    Errand errand = occasion.errand();
    Key key = new Key(errand.place(), service(errand.typeName()), errand.operation());
    Bucket last = buckets.getOrDefault(key, new Bucket(burst, occasion.now()));
    double seconds = Duration.between(last.at(), occasion.now()).toNanos() / 1e9;
    double tokens = Math.min(burst, last.tokens() + seconds * perSecond);
    boolean passes = tokens >= 1;
    buckets.put(key, new Bucket(passes ? tokens - 1 : tokens, occasion.now()));
    return passes ? twist : twist.refused(Failure.throttled(untilNext(tokens)));
  }

  private Duration untilNext(double tokens) {
    return Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
  }

  /** What comes before the last part of a type's name: {@code AWS::S3} of a bucket. */
  private static String service(String type) {
    int end = Math.max(type.lastIndexOf("::"), type.lastIndexOf('/'));
    return end < 0 ? type : type.substring(0, end);
  }
}
